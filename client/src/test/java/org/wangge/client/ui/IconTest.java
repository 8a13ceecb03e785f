package org.wangge.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {
  @ParameterizedTest
  @EnumSource
  void everyIconHasAnOutline(Icon icon) {
    assertThat(icon.outline()).startsWith("M");
  }
}
