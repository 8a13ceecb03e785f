package org.wangge.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Check;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;

/** Every rule of every catalogue file, with a record it accepts and one it does not. */
class CatalogueChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();
  private static final Map<String, Map<String, Examples>> EXAMPLES = read();

  /** Records as typed. */
  record Examples(List<Map<String, String>> good, List<Map<String, String>> bad) {}

  private static Map<String, Map<String, Examples>> read() {
    try (InputStream stream =
        CatalogueFiles.class.getResourceAsStream("/org/wangge/catalogue/checks.yaml")) {
      return new YAMLMapper().readValue(stream, new TypeReference<>() {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyRuleHasExamplesAndEveryExampleARule() {
    Set<String> rules = new TreeSet<>();
    for (RecordType type : CATALOGUE.types()) {
      ownChecks(type).forEach(check -> rules.add(type.key() + "." + check.key()));
    }
    Set<String> examples = new TreeSet<>();
    EXAMPLES.forEach(
        (type, checks) -> checks.keySet().forEach(check -> examples.add(type + "." + check)));
    assertThat(examples).isEqualTo(rules);
  }

  @TestFactory
  Stream<DynamicNode> rules() {
    return CATALOGUE.types().stream()
        .map(
            type ->
                dynamicContainer(
                    type.key(), ownChecks(type).stream().flatMap(check -> tests(type, check))));
  }

  private static Stream<DynamicNode> tests(RecordType type, Check check) {
    Examples examples = EXAMPLES.get(type.key()).get(check.key());
    List<DynamicNode> tests = new ArrayList<>();
    for (Map<String, String> typed : examples.good()) {
      tests.add(
          dynamicTest(
              check.key() + " accepts " + typed,
              () -> assertThat(raised(type, typed)).doesNotContain(check.key())));
    }
    for (Map<String, String> typed : examples.bad()) {
      tests.add(
          dynamicTest(
              check.key() + " does not accept " + typed,
              () -> {
                Finding finding =
                    new RecordChecker(CATALOGUE)
                        .check(type, values(type, typed), TODAY, Way.SHEET).stream()
                            .filter(candidate -> candidate.code().equals(check.key()))
                            .findFirst()
                            .orElseThrow();
                assertThat(finding.field()).isEqualTo(check.field());
                assertThat(finding.forbids()).isEqualTo(check.forbids());
                assertThat(finding.wording()).isEqualTo(check.message());
              }));
    }
    assertThat(examples.good()).isNotEmpty();
    assertThat(examples.bad()).isNotEmpty();
    return tests.stream();
  }

  private static List<String> raised(RecordType type, Map<String, String> typed) {
    return new RecordChecker(CATALOGUE)
        .check(type, values(type, typed), TODAY, Way.SHEET).stream().map(Finding::code).toList();
  }

  private static Values values(RecordType type, Map<String, String> typed) {
    Map<String, Object> values = new LinkedHashMap<>();
    typed.forEach(
        (name, text) -> {
          Field field = type.field(name).orElseThrow(() -> new AssertionError(name));
          Parsed parsed =
              ValueParser.parse(
                  field, field.codes().isEmpty() ? null : CATALOGUE.codeList(field.codes()), text);
          assertThat(parsed.finding()).as(name).isEmpty();
          values.put(name, parsed.value());
        });
    return Values.of(values);
  }

  private static List<Check> ownChecks(RecordType type) {
    List<Check> checks = type.checks();
    return type.isExtension()
        ? checks.subList(CATALOGUE.coreOf(type).checks().size(), checks.size())
        : checks;
  }
}
