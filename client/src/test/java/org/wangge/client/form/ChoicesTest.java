package org.wangge.client.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.CodeList;

class ChoicesTest {
  private static List<Choice> choices(String list) {
    CodeList codes = CatalogueFiles.shipped().codeList(list);
    return codes.values().stream()
        .map(value -> new Choice(value.code(), value.code(), value.label(), "", value.synonyms()))
        .toList();
  }

  private static String first(String list, String typed) {
    return Choices.fitting(choices(list), typed).getFirst().label();
  }

  @Test
  void digitsChooseTheCodeWithOrWithoutLeadingZeros() {
    assertThat(first("inflow_reason", "1")).isEqualTo("务工");
    assertThat(first("inflow_reason", "01")).isEqualTo("务工");
  }

  @Test
  void initialsNarrowTheList() {
    assertThat(first("inflow_reason", "wg")).isEqualTo("务工");
    assertThat(Choices.fitting(choices("inflow_reason"), "w"))
        .extracting(Choice::label)
        .startsWith("务工", "务农");
  }

  @Test
  void charactersAndSynonymsFindAValue() {
    assertThat(first("family_relation", "配")).isEqualTo("配偶");
    assertThat(first("family_relation", "老公")).isEqualTo("夫");
  }

  @Test
  void whatFitsNothingFindsNothing() {
    assertThat(Choices.fitting(choices("sex"), "不存在")).isEmpty();
  }

  @Test
  void noWordsGiveEverythingInItsOrder() {
    assertThat(Choices.fitting(choices("sex"), " ")).isEqualTo(choices("sex"));
  }
}
