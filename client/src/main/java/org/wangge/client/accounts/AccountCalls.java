package org.wangge.client.accounts;

import java.util.List;
import java.util.UUID;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;

/** Requests about accounts; they wait for the answer and throw a problem when refused. */
public interface AccountCalls {
  /** All accounts the administrator answers for. */
  List<AccountRow> accounts();

  /** Makes an account. */
  AccountRow make(AccountSave wish);

  /** Changes an account; its sessions end. */
  AccountRow change(UUID id, AccountSave wish);
}
