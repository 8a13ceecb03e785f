package org.wangge.server.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.UUID;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;

/**
 * Ids as 16 bytes, high byte first, so that their order in an index is the order of time. Bound as
 * plain bytes: the library would make a BLOB of them, which compares with nothing.
 */
public final class IdBinding implements Binding<byte[], UUID> {
  private static final long serialVersionUID = 1L;

  private static final Converter<byte[], UUID> CONVERTER =
      Converter.ofNullable(byte[].class, UUID.class, IdBinding::id, IdBinding::bytes);

  /** For the generated classes. */
  public IdBinding() {}

  private static UUID id(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public Converter<byte[], UUID> converter() {
    return CONVERTER;
  }

  @Override
  public void sql(BindingSQLContext<UUID> context) {
    context.render().sql("?");
  }

  @Override
  public void register(BindingRegisterContext<UUID> context) throws SQLException {
    context.statement().registerOutParameter(context.index(), Types.BINARY);
  }

  @Override
  public void set(BindingSetStatementContext<UUID> context) throws SQLException {
    UUID id = context.value();
    if (id == null) {
      context.statement().setNull(context.index(), Types.BINARY);
    } else {
      context.statement().setBytes(context.index(), bytes(id));
    }
  }

  @Override
  public void get(BindingGetResultSetContext<UUID> context) throws SQLException {
    context.value(CONVERTER.from(context.resultSet().getBytes(context.index())));
  }

  @Override
  public void get(BindingGetStatementContext<UUID> context) throws SQLException {
    context.value(CONVERTER.from(context.statement().getBytes(context.index())));
  }

  @Override
  public void set(BindingSetSQLOutputContext<UUID> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void get(BindingGetSQLInputContext<UUID> context) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }
}
