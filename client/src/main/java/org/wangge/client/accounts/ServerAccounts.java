package org.wangge.client.accounts;

import java.util.List;
import java.util.UUID;
import org.wangge.client.connection.Connection;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.Paths;

/** Requests about accounts over the connection. */
public final class ServerAccounts implements AccountCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerAccounts(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<AccountRow> accounts() {
    return connection.getList(Paths.ACCOUNTS, AccountRow.class);
  }

  @Override
  public AccountRow make(AccountSave wish) {
    return connection.post(Paths.ACCOUNTS, wish, AccountRow.class);
  }

  @Override
  public AccountRow change(UUID id, AccountSave wish) {
    return connection.put(Connection.path(Paths.ACCOUNT, id), wish, AccountRow.class);
  }
}
