package org.wangge.client.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.catalogue.Kind;

class ColumnsTest {
  @ParameterizedTest
  @EnumSource
  void everyKindHasAColumn(Kind kind) {
    assertThat(Columns.has(kind)).isTrue();
  }
}
