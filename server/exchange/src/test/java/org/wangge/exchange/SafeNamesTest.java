package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeNamesTest {
  @Test
  void aSheetNameIsOneThatProgramsAccept() {
    assertThat(SafeNames.sheet("人口[1]:*?/\\'")).isEqualTo("人口_1______");
    assertThat(SafeNames.sheet("一".repeat(50))).hasSize(31);
    assertThat(SafeNames.sheet("  ")).isEqualTo("Sheet1");
  }

  @Test
  void aFileNameLeavesNoFolderAndKeepsItsEnding() {
    assertThat(SafeNames.file("../../etc/passwd")).doesNotContain("/").doesNotStartWith(".");
    assertThat(SafeNames.file("名单\u202exslx.exe")).doesNotContain("\u202e");
    assertThat(SafeNames.file("名".repeat(200) + ".xlsx")).hasSize(80).endsWith(".xlsx");
    assertThat(SafeNames.file("CON.xlsx")).isEqualTo("_CON.xlsx");
    assertThat(SafeNames.file("")).isEqualTo("_");
  }
}
