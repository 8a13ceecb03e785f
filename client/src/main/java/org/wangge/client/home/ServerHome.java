package org.wangge.client.home;

import java.time.YearMonth;
import java.util.List;
import org.wangge.client.connection.Connection;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Paths;

/** Requests of the first page over the connection. */
public final class ServerHome implements HomeCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerHome(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<Record> events(Query query) {
    return connection
        .postForPage(Connection.path(Paths.QUERY, HomeModel.EVENT), query, Record.class)
        .rows();
  }

  @Override
  public List<BulletinState> bulletins() {
    return connection.getList(Paths.BULLETINS, BulletinState.class);
  }

  @Override
  public BulletinDocument bulletin(YearMonth month) {
    return connection.get(Connection.path(Paths.BULLETIN, month), BulletinDocument.class);
  }
}
