package org.wangge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A small catalogue, and the faults that are refused in it with their place. */
class CatalogueFilesTest {
  private static final String MODULES =
      """
      modules:
        - {key: town, label: 本镇, types: [well, deep_well]}
      codeLists: [town]
      """;
  private static final String COMMON =
      """
      fields:
        - {name: grid, label: 所属网格, kind: grid, required: true}
      """;
  private static final String LISTS =
      """
      lists:
        water:
          label: 水质
          verified: false
          values:
            '0': {label: 好, synonyms: [清]}
            '01': {label: 很好, parent: '0'}
            '9': 不好
      """;
  private static final String WELL =
      """
      key: well
      label: 水井
      title: [name]
      sections:
        - label: 水井
          fields:
            - {name: name, label: 名称, kind: text, length: 20, essential: true, search: prefix}
            - {name: water, label: 水质, kind: code, length: 2, codes: water, initial: '0'}
            - {name: depth, label: 深度, kind: decimal, length: 6, scale: 2}
            - {name: checked, label: 检查日期, kind: date, requiredWhen: "water = '9'"}
            - {name: grid, label: 网格, inList: true}
      checks:
        - {key: deep, field: depth, forbids: depth > 0, message: 深度应大于 0。}
        - {key: recent, field: checked, warns: age(checked) < 1, message: 一年没有检查了。}
      """;
  private static final String DEEP =
      """
      key: deep_well
      label: 深井
      extensionOf: well
      fixed: {water: '01'}
      title: [name]
      sections:
        - label: 深井
          fields:
            - name
            - {name: depth, required: true, synonyms: [井深]}
            - {name: pump, label: 水泵, kind: yes-no}
      """;

  private static Catalogue read(Map<String, String> changes) {
    Map<String, String> files = new HashMap<>();
    files.put("modules.yaml", MODULES);
    files.put("common.yaml", COMMON);
    files.put("code-lists/town.yaml", LISTS);
    files.put("town/well.yaml", WELL);
    files.put("town/deep_well.yaml", DEEP);
    files.putAll(changes);
    return new CatalogueFiles(files::get).read();
  }

  @Test
  void aTownsOwnTypesReadLikeTheShippedOnes() {
    Catalogue catalogue = read(Map.of());
    RecordType well = catalogue.type("well");
    assertThat(well.field("grid").orElseThrow().label()).isEqualTo("网格");
    assertThat(well.field("grid").orElseThrow().required()).isTrue();
    assertThat(well.field("name").orElseThrow().search()).isEqualTo(SearchBy.PREFIX);
    assertThat(well.checks()).extracting(Check::forbids).containsExactly(true, false);
    RecordType deep = catalogue.type("deep_well");
    assertThat(deep.isExtension()).isTrue();
    assertThat(deep.field("depth").orElseThrow().required()).isTrue();
    assertThat(deep.field("depth").orElseThrow().core()).isTrue();
    assertThat(deep.ownFields()).extracting(Field::name).containsExactly("pump");
    assertThat(catalogue.codeList("water").verified()).isFalse();
    assertThat(catalogue.codeList("water").labelOf("01")).isEqualTo("很好");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "kind: decimal|kynd: decimal|town/well.yaml : sections[0].fields[2].kynd",
        "kind: decimal|kind: number|town/well.yaml : depth.kind",
        "length: 6|length: six|town/well.yaml : sections[0].fields[2].length",
        "scale: 2|scale: 7|well.depth.scale",
        "scale: 2|scale: 0|well.depth.scale",
        "codes: water|codes: wine|wine",
        "length: 2, codes|length: 1, codes|well.water.length",
        "name: checked|name: Checked|well.Checked",
        "name: checked|name: name|well.name",
        "name: checked|name: version|well.version",
        "name: grid|name: grit|town/well.yaml : grit",
        "label: 名称|label: ''|well.name.label",
        "key: well|key: wall|town/well.yaml : key",
        "title: [name]|title: [nome]|well.title",
        "search: prefix|search: fuzzy|town/well.yaml : name.search",
        "depth > 0|depht > 0|depht",
        "depth > 0|depth > today|depth > today",
        "depth > 0|depth > '0'|depth > '0'",
        "depth > 0|depth >|depth >",
        "depth > 0|depth|well : depth",
        "forbids: depth|warns: a = b, forbids: depth|town/well.yaml : deep",
        "key: recent|key: deep|well.checks.deep",
        "field: checked|field: chequed|well.checks.recent.field",
        "message: 深度应大于 0。|message: ''|well.checks.deep.message",
        "kind: date|kind: date, length: 8|well.checked.length",
        "essential: true|essential: perhaps|town/well.yaml : sections[0].fields[0].essential",
        "essential: true|unique: world|well.name.unique",
        "essential: true|sensitivity: secret|town/well.yaml : name.sensitivity",
      })
  void aFaultIsRefusedWithItsPlace(String right, String wrong, String place) {
    assertThat(WELL).contains(right);
    assertRefused(Map.of("town/well.yaml", WELL.replace(right, wrong)), place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "extensionOf: well|extensionOf: spring|town/deep_well.yaml : spring",
        "- name|- nome|town/deep_well.yaml : nome",
        "fixed: {water: '01'}|fixed: {water: '02'}|deep_well.fixed.water",
        "fixed: {water: '01'}|fixed: {wetness: '01'}|deep_well.fixed.wetness",
      })
  void anExtensionMustFitItsCore(String right, String wrong, String place) {
    assertThat(DEEP).contains(right);
    assertRefused(Map.of("town/deep_well.yaml", DEEP.replace(right, wrong)), place);
  }

  @Test
  void otherFaultsAreRefusedToo() {
    assertRefused(Map.of("code-lists/town.yaml", LISTS.replace("'0'}", "'7'}")), "water.01");
    assertRefused(Map.of("code-lists/town.yaml", LISTS.replace("'9': 不好", "'0': 不好")), "town.yaml");
    assertRefused(Map.of("modules.yaml", MODULES.replace("deep_well", "no_well")), "no_well");
    assertRefused(Map.of("town/well.yaml", WELL + "key: well\n"), "town/well.yaml");
    assertRefused(Map.of("town/well.yaml", "]"), "town/well.yaml");
    assertRefused(Map.of("town/well.yaml", ""), "town/well.yaml");
  }

  private static void assertRefused(Map<String, String> changes, String place) {
    assertThatThrownBy(() -> read(changes))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.BAD_CATALOGUE);
              assertThat(problem.arguments().get("what").toString()).contains(place);
            });
  }

  @Test
  void reservedWordsGetAnotherColumn() {
    assertThat(Columns.of("order")).isEqualTo("order_");
    assertThat(Columns.of("household_no")).isEqualTo("household_no");
  }
}
