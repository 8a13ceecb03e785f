package org.wangge.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void findsByCharactersAndByInitials() {
    assertThat(Matching.matches("流动人口", "动人")).isTrue();
    assertThat(Matching.matches("流动人口", "LDRK")).isTrue();
    assertThat(Matching.matches("流动人口", "drk")).isTrue();
    assertThat(Matching.matches("流动人口", "户籍")).isFalse();
    assertThat(Matching.matches("流动人口", " ")).isTrue();
  }

  @Test
  void tellsWhetherInitialsBegin() {
    assertThat(Matching.initialsBegin("务工", "w")).isTrue();
    assertThat(Matching.initialsBegin("务工", "g")).isFalse();
  }
}
