package org.wangge.client.catalogue;

import java.util.List;
import org.wangge.catalogue.CodeList;
import org.wangge.client.connection.Connection;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;
import org.wangge.wire.Paths;

/** Requests about the town's catalogue over the connection. */
public final class ServerCatalogue implements CatalogueCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerCatalogue(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<CodeListRow> lists() {
    return connection.getList(Paths.CODE_LISTS, CodeListRow.class);
  }

  @Override
  public List<CodeList.Value> values(String list) {
    return connection.getList(Connection.path(Paths.CODE_LIST, list), CodeList.Value.class);
  }

  @Override
  public CodeListRow save(CodeListSave wish) {
    return connection.post(Paths.CODE_LISTS, wish, CodeListRow.class);
  }

  @Override
  public List<OwnTypeDraft> types() {
    return connection.getList(Paths.OWN_TYPES, OwnTypeDraft.class);
  }

  @Override
  public OwnTypeDraft save(OwnTypeSave wish) {
    return connection.post(Paths.OWN_TYPES, wish, OwnTypeDraft.class);
  }
}
