package org.wangge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is promised of every type, field, rule and list that comes with the program. */
class ShippedCatalogueTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  @Test
  void theTypesStandInNavigationOrder() {
    assertThat(CATALOGUE.types())
        .extracting(RecordType::key)
        .containsExactly(
            "grid",
            "grid_worker",
            "zz_org",
            "zz_staff",
            "zz_centre",
            "video_centre",
            "mass_org",
            "mass_member",
            "training",
            "training_attendance",
            "meeting",
            "meeting_item",
            "work_admission",
            "appointment",
            "staff_assessment",
            "honour",
            "lead_duty",
            "duty_letter",
            "building",
            "house",
            "person",
            "registered_resident",
            "floating_person",
            "overseas_person",
            "unregistered_person",
            "household",
            "household_member",
            "rental_house",
            "tenancy",
            "left_behind",
            "person_change",
            "released_person",
            "correction_person",
            "psych_person",
            "drug_person",
            "key_youth",
            "left_behind_child",
            "child_in_need",
            "elderly",
            "disabled_person",
            "hardship_family",
            "care_plan",
            "enterprise",
            "social_org",
            "org_employee",
            "safety_check",
            "key_place",
            "delivery_point",
            "key_area",
            "security_hazard",
            "patrol_record",
            "case_event",
            "case_person",
            "event",
            "dispute",
            "event_party",
            "visit_record",
            "service_request",
            "grid_task",
            "work_log",
            "school",
            "campus_place",
            "campus_person",
            "campus_hazard",
            "campus_case",
            "guard_duty",
            "road_line",
            "line_section",
            "line_guard",
            "line_hazard",
            "line_patrol",
            "line_case");
    assertThat(CATALOGUE.modules())
        .extracting(Module::label)
        .containsExactly("综治组织", "实有人口", "特殊人群", "重点人员", "两新组织", "社会治安", "网格事件", "校园及周边安全", "护路护线");
  }

  @Test
  void everyTypeFieldSectionAndRuleSpeaksChinese() {
    List<String> silent = new ArrayList<>();
    for (RecordType type : CATALOGUE.types()) {
      note(silent, type.key(), type.label());
      for (Section section : type.sections()) {
        note(silent, type.key() + " section", section.label());
      }
      for (Field field : type.fields()) {
        note(silent, type.key() + "." + field.name(), field.label());
      }
      for (Check check : type.checks()) {
        note(silent, type.key() + "." + check.key(), check.message());
        // A sentence says what is wrong and how to mend it.
        if (!check.message().contains("请")
            && !check.message().contains("应")
            && !check.message().contains("填")) {
          silent.add(type.key() + "." + check.key() + " says nothing to do");
        }
        if (!check.message().endsWith("。")) {
          silent.add(type.key() + "." + check.key() + " is no sentence");
        }
        if (!check.forbids()
            && !check.message().contains("保存")
            && !check.message().contains("请删去")
            && !check.message().contains("请改正")) {
          silent.add(type.key() + "." + check.key() + " does not say that saving is possible");
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static void note(List<String> silent, String where, String text) {
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      silent.add(where);
    }
  }

  @Test
  void everyRuleStandsUnderAFieldOfTheForm() {
    List<String> homeless = new ArrayList<>();
    for (RecordType type : CATALOGUE.types()) {
      for (Check check : type.checks()) {
        boolean onForm = type.field(check.field()).isPresent();
        if (!onForm || !check.holds().fields().contains(check.field())) {
          homeless.add(type.key() + "." + check.key());
        }
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void nationalityOfOriginIsOptionalAndNeverFilteredSearchedSortedOrListed() {
    for (RecordType type : CATALOGUE.types()) {
      type.field("nation")
          .ifPresent(
              field -> {
                assertThat(field.required()).isFalse();
                assertThat(field.requiredWhen()).isEmpty();
                assertThat(field.filter()).isFalse();
                assertThat(field.sorted()).isFalse();
                assertThat(field.inList()).isFalse();
                assertThat(field.search()).isEqualTo(SearchBy.NONE);
                assertThat(field.sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
              });
      for (Check check : type.checks()) {
        assertThat(check.holds().fields()).doesNotContain("nation");
      }
    }
  }

  @Test
  void nothingIsCollectedThatMustNotBe() {
    for (RecordType type : CATALOGUE.types()) {
      for (Field field : type.fields()) {
        assertThat(field.label())
            .doesNotContain("宗教", "信仰", "上访", "信访", "指纹", "人脸", "轨迹", "血型", "艾滋");
      }
    }
    for (CodeList list : CATALOGUE.codeLists()) {
      for (CodeList.Value value : list.values()) {
        assertThat(value.label()).doesNotContain("宗教", "信仰", "邪教", "艾滋");
      }
    }
  }

  @Test
  void documentNumbersAreSensitiveAndFoundOnlyWhole() {
    for (RecordType type : CATALOGUE.types()) {
      for (Field field : type.fields()) {
        if (field.kind() == Kind.ID_NUMBER) {
          assertThat(field.sensitivity())
              .as(field.name())
              .isIn(Sensitivity.SENSITIVE, Sensitivity.SPECIAL);
          assertThat(field.search()).isIn(SearchBy.NONE, SearchBy.EXACT);
          assertThat(field.sorted()).isFalse();
          assertThat(field.filter()).isFalse();
        }
        if (field.sensitivity() == Sensitivity.SPECIAL) {
          assertThat(field.inList() || field.filter() || field.sorted()).isFalse();
        }
      }
    }
  }

  @Test
  void whoeverIsSuspectedIsHeldMostCloselyOnEveryFormOfACase() {
    for (String key : List.of("case_event", "campus_case", "line_case")) {
      RecordType type = CATALOGUE.type(key);
      for (String name : List.of("main_name", "main_doc_type", "main_doc_number", "situation")) {
        assertThat(type.field(name).orElseThrow().sensitivity())
            .as(key + "." + name)
            .isEqualTo(Sensitivity.SPECIAL);
      }
    }
    assertThat(CATALOGUE.type("case_person").restricted()).isTrue();
    assertThat(CATALOGUE.type("campus_person").restricted()).isTrue();
  }

  @Test
  void listsAreNarrowEnoughForAVillageScreen() {
    for (RecordType type : CATALOGUE.types()) {
      long columns = type.fields().stream().filter(Field::inList).count();
      assertThat(columns).as(type.key()).isBetween(4L, 9L);
    }
  }

  @Test
  void everythingListedCanBeSearchedAndSorted() {
    for (RecordType type : CATALOGUE.types()) {
      // What belongs to a record is found through that one.
      RecordType searched =
          type.parentField().map(field -> CATALOGUE.type(field.reference())).orElse(type);
      assertThat(searched.fields())
          .as(type.key())
          .anyMatch(field -> field.search() != SearchBy.NONE);
      assertThat(type.fields()).as(type.key()).anyMatch(Field::essential);
    }
  }

  @Test
  void noTwoColumnsOfASheetHaveTheSameHeading() {
    List<String> doubles = new ArrayList<>();
    for (RecordType type : CATALOGUE.types()) {
      Map<String, String> headings = new HashMap<>();
      for (Field field : type.fields()) {
        String other = headings.put(field.label(), field.name());
        if (other != null) {
          doubles.add(type.key() + " " + field.label() + ": " + other + ", " + field.name());
        }
      }
    }
    assertThat(doubles).isEmpty();
  }

  @Test
  void aSynonymNeverMeansTwoColumnsOfTheSameType() {
    List<String> doubtful = new ArrayList<>();
    for (RecordType type : CATALOGUE.types()) {
      Map<String, Set<String>> meanings = new HashMap<>();
      for (Field field : type.fields()) {
        meanings.computeIfAbsent(field.label(), key -> new TreeSet<>()).add(field.name());
        for (String synonym : field.synonyms()) {
          meanings.computeIfAbsent(synonym, key -> new TreeSet<>()).add(field.name());
        }
      }
      meanings.forEach(
          (heading, fields) -> {
            if (fields.size() > 1) {
              doubtful.add(type.key() + " " + heading + " " + fields);
            }
          });
    }
    assertThat(doubtful).isEmpty();
  }

  @Test
  void aWordOfACodeListNeverMeansTwoCodes() {
    List<String> doubtful = new ArrayList<>();
    for (CodeList list : CATALOGUE.codeLists()) {
      Map<String, String> meanings = new HashMap<>();
      for (CodeList.Value value : list.values()) {
        List<String> words = new ArrayList<>(value.synonyms());
        words.add(value.label());
        words.add(value.code());
        for (String word : words) {
          String other = meanings.put(word.toUpperCase(Locale.ROOT), value.code());
          if (other != null && !other.equals(value.code())) {
            doubtful.add(list.key() + " " + word + ": " + other + ", " + value.code());
          }
        }
      }
    }
    assertThat(doubtful).isEmpty();
  }

  @Test
  void headingsOfRealSheetsAreKnown() {
    assertThat(fieldOf("registered_resident", "户号")).isEqualTo("household_no");
    assertThat(fieldOf("registered_resident", "户主姓名")).isEqualTo("head_name");
    assertThat(fieldOf("registered_resident", "家庭住址")).isEqualTo("residence_address");
    assertThat(fieldOf("registered_resident", "与户主关系")).isEqualTo("relation_to_head");
    assertThat(fieldOf("registered_resident", "公民身份号码")).isEqualTo("id_number");
    assertThat(fieldOf("registered_resident", "文化程度")).isEqualTo("education");
    assertThat(fieldOf("registered_resident", "联系电话")).isEqualTo("phone");
    assertThat(fieldOf("floating_person", "来本地时间")).isEqualTo("inflow_date");
    assertThat(fieldOf("floating_person", "户籍地址")).isEqualTo("domicile_address");
    assertThat(fieldOf("floating_person", "现居住地址")).isEqualTo("residence_address");
    assertThat(fieldOf("floating_person", "房东姓名")).isEqualTo("landlord_name");
    assertThat(fieldOf("floating_person", "居住证号")).isEqualTo("cert_number");
    assertThat(fieldOf("floating_person", "拟离开时间")).isEqualTo("expected_leave");
    assertThat(fieldOf("rental_house", "房主")).isEqualTo("owner_name");
    assertThat(fieldOf("rental_house", "房主电话")).isEqualTo("owner_phone");
    assertThat(fieldOf("rental_house", "承租人数")).isEqualTo("tenant_count");
    assertThat(fieldOf("rental_house", "租赁用途")).isEqualTo("rent_use");
    assertThat(fieldOf("rental_house", "签订责任书")).isEqualTo("duty_letter");
    assertThat(fieldOf("enterprise", "从业人数")).isEqualTo("employee_count");
    assertThat(fieldOf("enterprise", "成立时间")).isEqualTo("register_date");
    assertThat(fieldOf("enterprise", "企业类型")).isEqualTo("register_type");
    assertThat(fieldOf("event", "办理单位")).isEqualTo("current_unit");
    assertThat(fieldOf("event", "办理时限")).isEqualTo("limit_time");
    assertThat(fieldOf("event", "上报人")).isEqualTo("reporter_name");
  }

  private static String fieldOf(String type, String heading) {
    return CATALOGUE.type(type).fields().stream()
        .filter(field -> field.label().equals(heading) || field.synonyms().contains(heading))
        .map(Field::name)
        .findFirst()
        .orElse("");
  }

  @Test
  void extensionsShareTheFieldsAndRulesOfTheirCore() {
    RecordType core = CATALOGUE.type("person");
    for (RecordType extension : CATALOGUE.extensionsOf("person")) {
      assertThat(extension.checks()).startsWith(core.checks().toArray(Check[]::new));
      assertThat(extension.hooks()).contains("person");
      assertThat(extension.field("name").orElseThrow().core()).isTrue();
      assertThat(extension.ownFields()).noneMatch(field -> field.name().equals("name"));
      Set<String> missing = new TreeSet<>(core.byName().keySet());
      missing.removeAll(extension.byName().keySet());
      assertThat(missing).containsExactly("population_type");
    }
    RecordType rental = CATALOGUE.type("rental_house");
    Set<String> missing = new TreeSet<>(CATALOGUE.type("house").byName().keySet());
    missing.removeAll(rental.byName().keySet());
    assertThat(missing).containsExactlyInAnyOrder("house_status");
    assertThat(rental.fixed()).containsEntry("house_status", "02");
  }

  @Test
  void initialValuesFitTheirFields() {
    for (RecordType type : CATALOGUE.types()) {
      for (Field field : type.fields()) {
        if (field.initial().isEmpty()) {
          continue;
        }
        switch (field.kind()) {
          case CODE ->
              assertThat(CATALOGUE.codeList(field.codes()).value(field.initial()))
                  .as(type.key() + "." + field.name())
                  .isPresent();
          case YES_NO -> assertThat(field.initial()).isIn("true", "false");
          case DATE -> assertThat(field.initial()).isEqualTo("today");
          case DATETIME -> assertThat(field.initial()).isEqualTo("now");
          default -> throw new AssertionError(type.key() + "." + field.name());
        }
      }
    }
  }

  @Test
  void onlyFieldsOfTheServerComeFromLedgers() {
    for (RecordType type : CATALOGUE.types()) {
      for (Field field : type.fields()) {
        assertThat(!field.imported() || field.system()).isTrue();
      }
    }
    assertThat(CATALOGUE.type("event").fields())
        .filteredOn(Field::imported)
        .extracting(Field::name)
        .contains(
            "event_no",
            "report_time",
            "current_state",
            "current_unit",
            "accepted_time",
            "limit_time",
            "closed_time",
            "satisfaction",
            "history");
  }
}
