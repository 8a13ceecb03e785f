package org.wangge.server.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.wangge.record.Page;

/** Types of answers that have parts of another type, for the table of routes. */
final class Types {
  private Types() {}

  /** A list of these. */
  static Type listOf(Class<?> element) {
    return new Of(List.class, element);
  }

  /** A page of these. */
  static Type pageOf(Class<?> element) {
    return new Of(Page.class, element);
  }

  private record Of(Class<?> raw, Class<?> element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return null;
    }
  }
}
