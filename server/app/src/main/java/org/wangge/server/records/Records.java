package org.wangge.server.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.store.Origin;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.SaveOrder;
import org.wangge.server.store.SaveResult;
import org.wangge.wire.Cancel;
import org.wangge.wire.Check;
import org.wangge.wire.Checked;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Revealed;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;
import org.wangge.wire.WireCodec;

/**
 * Records of all types. Values come in as JSON and go out as the caller may see them; what may be
 * done to which record is decided by the store, for every caller alike.
 */
public final class Records {
  private static final int LONGEST_REASON = 300;

  private final RecordStore store;
  private final Catalogue catalogue;
  private final WireCodec codec;

  /** Records of this catalogue. */
  public Records(RecordStore store, Catalogue catalogue, WireCodec codec) {
    this.store = store;
    this.catalogue = catalogue;
    this.codec = codec;
  }

  /** A page of a list. */
  public Page<Record> query(Caller caller, String type, Query query) {
    return store.query(caller, type, codec.typed(catalogue.type(type), query));
  }

  /** Judges values typed so far; nothing is stored. */
  public Checked check(Caller caller, String type, Check check) {
    RecordType known = catalogue.type(type);
    Values values = codec.fromWire(known, required(check.values(), "values"));
    return store.check(caller, type, check.area(), required(check.id(), "id"), values);
  }

  /** A record, or NOT_FOUND. */
  public Record read(Caller caller, String type, UUID id) {
    return store.read(caller, type, id);
  }

  /** Registers or changes a record. */
  public Saved save(Caller caller, String type, UUID id, Save save) {
    RecordType known = catalogue.type(type);
    Values changes = codec.fromWire(known, required(save.changes(), "changes"));
    return saved(
        store.save(
            caller,
            type,
            id,
            new SaveOrder(
                required(save.requestId(), "requestId"),
                save.version(),
                save.area(),
                changes,
                save.confirmed(),
                Origin.FORM)));
  }

  /** Cancels a record: 人去注销. */
  public Saved cancel(Caller caller, String type, UUID id, Cancel cancel) {
    required(cancel.requestId(), "requestId");
    required(cancel.date(), "date");
    required(cancel.reason(), "reason");
    shortEnough(cancel.note(), "note");
    return saved(store.cancel(caller, type, id, cancel));
  }

  /** Restores a cancelled record. */
  public Saved restore(Caller caller, String type, UUID id, Restore restore) {
    required(restore.requestId(), "requestId");
    shortEnough(restore.reason(), "reason");
    return saved(store.restore(caller, type, id, restore));
  }

  /** Everything that was done to a record, newest first. */
  public List<Change> history(Caller caller, String type, UUID id) {
    return store.history(caller, type, id);
  }

  /** What belongs to a record or mentions it. */
  public List<Related> related(Caller caller, String type, UUID id) {
    return store.related(caller, type, id);
  }

  /** Masked values in clear, with a reason that stays in the audit trail. */
  public Revealed reveal(Caller caller, String type, UUID id, Reveal reveal) {
    shortEnough(reveal.reason(), "reason");
    Map<String, Object> values =
        store.reveal(caller, type, id, required(reveal.fields(), "fields"), reveal.reason());
    return new Revealed(codec.toWire(catalogue.type(type), Values.of(values)));
  }

  private static Saved saved(SaveResult result) {
    return new Saved(result.record(), result.warnings());
  }

  private static <T> T required(T value, String name) {
    if (value == null) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("field", name));
    }
    return value;
  }

  private static void shortEnough(String text, String name) {
    if (Objects.toString(text, "").length() > LONGEST_REASON) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("field", name));
    }
  }
}
