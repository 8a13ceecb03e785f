package org.wangge.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
  @ParameterizedTest
  @CsvSource({
    "曾祎,zy,zeng yi",
    "区明建,omj,ou ming jian",
    "单静玥,sjy,shan jing yue",
    "仇霞,qx,qiu xia",
    "解艳桂,xyg,xie yan gui",
    "查娟,zj,zha juan",
    "盖玉,gy,ge yu",
    "朴喆华,pzh,piao zhe hua",
    "乐欣喆,yxz,yue xin zhe",
    "尉迟镕燕,ycry,yu chi rong yan",
    "万俟雪,mqx,mo qi xue",
    "长孙无忌,zswj,zhang sun wu ji",
    "上官沄,sgy,shang guan yun",
    "欧阳红霞,oyhx,ou yang hong xia",
    "张长乐,zcl,zhang chang le",
    "吕绿,ll,lv lv",
    "罗垟堽,lyg,luo yang gang",
    "翟天临,ztl,zhai tian lin",
    "缪可,mk,miao ke",
    "覃海,qh,qin hai",
  })
  void theUsualReadingComesFirst(String name, String initials, String full) {
    assertThat(Readings.initials(name)).first().isEqualTo(initials);
    assertThat(Readings.full(name)).isEqualTo(full);
  }

  @Test
  void otherReadingsFollow() {
    assertThat(Readings.initials("单静")).containsExactly("sj", "dj", "cj");
    assertThat(Readings.initials("曾乐")).startsWith("zl", "cl", "zy").contains("cy");
  }

  @Test
  void aTwoCharacterNameHasNoDoubleSurname() {
    assertThat(Readings.full("长孙")).isEqualTo("chang sun");
  }

  @Test
  void lettersDotsAndSpacesAreTaken() {
    assertThat(Readings.initials("阿卜杜·买买提")).contains("abdmmt");
    assertThat(Readings.initials("John Smith")).containsExactly("johnsmith");
    assertThat(Readings.initials("𠮷田")).containsExactly("jt");
    assertThat(Readings.initials(null)).isEmpty();
    assertThat(Readings.initials("··")).isEmpty();
  }

  @Test
  void aLongNameDoesNotExplode() {
    assertThat(Readings.initials("曾单解查".repeat(50))).hasSize(16);
  }

  @Test
  void anUnreadableCharacterSortsLast() {
    assertThat(Readings.full("\uD840\uDC0B强")).isEqualTo("~ qiang");
    assertThat(Readings.full("赵")).isLessThan(Readings.full("\uD840\uDC0B"));
  }
}
