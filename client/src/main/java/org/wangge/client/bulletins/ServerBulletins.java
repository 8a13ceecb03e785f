package org.wangge.client.bulletins;

import java.time.YearMonth;
import java.util.List;
import org.wangge.client.connection.Connection;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Requests about bulletins over the connection. */
public final class ServerBulletins implements BulletinCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerBulletins(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<BulletinState> states() {
    return connection.getList(Paths.BULLETINS, BulletinState.class);
  }

  @Override
  public BulletinDocument document(YearMonth month) {
    return connection.get(Connection.path(Paths.BULLETIN, month), BulletinDocument.class);
  }

  @Override
  public Job order(BulletinOrder order) {
    return connection.post(Paths.BULLETINS, order, Job.class);
  }

  @Override
  public byte[] file(YearMonth month, String format) {
    return connection.getFile(Connection.path(Paths.BULLETIN_FILE, month, format));
  }
}
