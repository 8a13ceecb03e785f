package org.wangge.client.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.catalogue.Kind;

class EditorsTest {
  @ParameterizedTest
  @EnumSource
  void everyKindHasAnEditor(Kind kind) {
    assertThat(Editors.has(kind)).isTrue();
  }
}
