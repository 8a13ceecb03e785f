package org.wangge.client.exchange;

import java.util.UUID;
import org.wangge.client.connection.Connection;
import org.wangge.record.Page;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Requests about spreadsheets over the connection. */
public final class ServerExchange implements ExchangeCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerExchange(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Job rehearse(String name, byte[] content, String type, String village, UUID requestId) {
    return connection.upload(
        Connection.query(
            Paths.IMPORTS,
            "name",
            name,
            "type",
            type,
            "village",
            village,
            "requestId",
            requestId.toString()),
        content,
        Job.class);
  }

  @Override
  public ImportReport report(UUID id) {
    return connection.get(Connection.path(Paths.IMPORT, id), ImportReport.class);
  }

  @Override
  public Page<ImportRow> rows(UUID id, String outcome, String after) {
    return connection.getPage(
        Connection.query(
            Connection.path(Paths.IMPORT_ROWS, id), "outcome", outcome, "after", after),
        ImportRow.class);
  }

  @Override
  public Job commit(UUID id, ImportCommit commit) {
    return connection.post(Connection.path(Paths.IMPORT_COMMIT, id), commit, Job.class);
  }

  @Override
  public byte[] refused(UUID id) {
    return connection.getFile(Connection.path(Paths.IMPORT_REFUSED, id));
  }

  @Override
  public byte[] template(String type) {
    return connection.getFile(Connection.path(Paths.TEMPLATE, type));
  }

  @Override
  public byte[] export(ExportOrder order) {
    return connection.postForFile(Paths.EXPORTS, order);
  }
}
