package org.wangge.server.store;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jooq.Converter;

/** Ids as 16 bytes, high byte first, so that their order in an index is the order of time. */
public final class UuidBytes implements Converter<byte[], UUID> {
  private static final long serialVersionUID = 1L;

  @Override
  public UUID from(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  @Override
  public byte[] to(UUID id) {
    return id == null
        ? null
        : ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
  }

  @Override
  public Class<byte[]> fromType() {
    return byte[].class;
  }

  @Override
  public Class<UUID> toType() {
    return UUID.class;
  }
}
