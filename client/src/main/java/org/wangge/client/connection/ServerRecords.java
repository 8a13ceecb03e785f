package org.wangge.client.connection;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Change;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.wire.Cancel;
import org.wangge.wire.Check;
import org.wangge.wire.Checked;
import org.wangge.wire.Paths;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Revealed;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;

/** Requests about records over the connection. */
public final class ServerRecords implements RecordCalls {
  private final Connection connection;
  private final Consumer<Record> seen;

  /**
   * Requests over this connection.
   *
   * @param seen told of every record that comes; called off the window's thread
   */
  public ServerRecords(Connection connection, Consumer<Record> seen) {
    this.connection = connection;
    this.seen = seen;
  }

  private Record told(Record record) {
    seen.accept(record);
    return record;
  }

  private Saved told(Saved saved) {
    seen.accept(saved.record());
    return saved;
  }

  @Override
  public Page<Record> query(RecordType type, Query query) {
    Page<Record> page =
        connection.postForPage(Connection.path(Paths.QUERY, type.key()), query, Record.class);
    page.rows().forEach(seen);
    return page;
  }

  @Override
  public Record read(RecordType type, UUID id) {
    return told(connection.get(Connection.path(Paths.RECORD, type.key(), id), Record.class));
  }

  @Override
  public Checked check(RecordType type, String area, UUID id, Values values) {
    Check check = new Check(area, id, connection.codec().toWire(type, values));
    return connection.post(Connection.path(Paths.CHECK, type.key()), check, Checked.class);
  }

  @Override
  public Saved save(RecordType type, UUID id, Saving saving) {
    Save save =
        new Save(
            saving.requestId(),
            saving.version(),
            saving.area(),
            connection.codec().toWire(type, saving.changes()),
            saving.confirmed());
    return told(connection.put(Connection.path(Paths.RECORD, type.key(), id), save, Saved.class));
  }

  @Override
  public Saved cancel(RecordType type, UUID id, Cancel cancel) {
    return told(
        connection.post(Connection.path(Paths.CANCEL, type.key(), id), cancel, Saved.class));
  }

  @Override
  public Saved restore(RecordType type, UUID id, Restore restore) {
    return told(
        connection.post(Connection.path(Paths.RESTORE, type.key(), id), restore, Saved.class));
  }

  @Override
  public List<Change> history(RecordType type, UUID id) {
    return connection.getList(Connection.path(Paths.HISTORY, type.key(), id), Change.class);
  }

  @Override
  public List<Related> related(RecordType type, UUID id) {
    List<Related> related =
        connection.getList(Connection.path(Paths.RELATED, type.key(), id), Related.class);
    related.forEach(one -> one.records().forEach(seen));
    return related;
  }

  @Override
  public Values reveal(RecordType type, UUID id, List<String> fields, String reason) {
    Revealed revealed =
        connection.post(
            Connection.path(Paths.REVEAL, type.key(), id),
            new Reveal(fields, reason),
            Revealed.class);
    return connection.codec().fromWire(type, revealed.values());
  }
}
