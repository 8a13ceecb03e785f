package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.TownAdditions;
import org.wangge.catalogue.TownAdditions.OwnType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.Status;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Cancel;
import org.wangge.wire.Restore;

/**
 * Records that belong to another: two kinds of care for a person, the second belonging to the
 * first.
 */
class FamilyIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
  private static final String CARE =
      """
      key: x_care
      label: 关爱登记
      parent: person
      title: [person, x_kind]
      sections:
        - label: 关爱
          fields:
            - {name: person, label: 人员, kind: reference, reference: person, essential: true, required: true, unique: server, inList: true, sensitivity: personal}
            - {name: x_kind, label: 关爱方式, kind: text, length: 50, inList: true}
            - {name: grid, system: true}
      """;
  private static final String CALL =
      """
      key: x_call
      label: 关爱电话
      parent: care
      title: [x_said]
      sections:
        - label: 电话
          fields:
            - {name: care, label: 关爱登记, kind: reference, reference: x_care, essential: true, required: true}
            - {name: x_said, label: 说了什么, kind: text, length: 50}
      """;

  @TempDir static Path folder;
  private static Database database;
  private static Town town;
  private static RecordStore records;
  private static int sequence;

  @BeforeAll
  static void open() {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new Town(database);
    Catalogue catalogue =
        CatalogueFiles.shippedWith(
            new TownAdditions(
                List.of(),
                List.of(new OwnType("population", CARE), new OwnType("population", CALL)),
                List.of(),
                List.of()));
    town.store.write(
        tx -> {
          for (String key : List.of("x_care", "x_call")) {
            RecordDefinition.create(catalogue.type(key)).forEach(sql -> tx.sql().execute(sql));
          }
          return null;
        });
    records = new RecordStore(town.store, catalogue);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static UUID person(String name) {
    sequence += 2;
    return town.addFloating(town.near, name, Town.number(LocalDate.of(1950, 1, 1), sequence));
  }

  private static Record add(String type, Map<String, Object> values) {
    return records.save(town.near, type, RecordId.next(), Town.order(0, null, values)).record();
  }

  private static Record read(Record record) {
    return records.read(town.near, record.type(), record.id());
  }

  @Test
  void liesWhereTheOtherLiesAndTellsItsName() {
    UUID person = person("甘雨桐");
    Record care = add("x_care", Map.of("person", person, "x_kind", "每周上门"));
    assertThat(care.area()).isEqualTo(Town.NEAR);
    assertThat(care.values().text("grid")).isEqualTo(Town.NEAR_GRID);
    assertThat(care.titles().get("person")).startsWith("甘雨桐 339999").contains("***");
    assertThat(records.query(town.near, "x_care", Query.all()).rows())
        .filteredOn(row -> row.id().equals(care.id()))
        .singleElement()
        .satisfies(row -> assertThat(row.titles()).isEqualTo(care.titles()));
  }

  @Test
  void isFoundByTheNameOfTheOther() {
    Record care = add("x_care", Map.of("person", person("茅若兮"), "x_kind", "电话"));
    for (String typed : List.of("茅若", "mrx")) {
      assertThat(records.query(town.near, "x_care", Query.all().withText(typed)).rows())
          .as(typed)
          .extracting(Record::id)
          .containsExactly(care.id());
      assertThat(records.count(town.near, "x_care", Query.all().withText(typed))).isEqualTo(1);
      assertThat(records.query(town.far, "x_care", Query.all().withText(typed)).rows()).isEmpty();
    }
  }

  @Test
  void isListedByTheOther() {
    UUID person = person("宗政明");
    Record care = add("x_care", Map.of("person", person));
    Query ofPerson =
        Query.all().withFilters(List.of(new Filter("person", Filter.Operator.IS, List.of(person))));
    assertThat(records.query(town.near, "x_care", ofPerson).rows())
        .extracting(Record::id)
        .containsExactly(care.id());
  }

  @Test
  void cannotHangOnWhatIsNotThereOrElsewhere() {
    UUID elsewhere = town.addFloating(town.far, "外村人", Town.number(LocalDate.of(1951, 1, 1), 7));
    for (UUID wrong : List.of(UUID.randomUUID(), elsewhere)) {
      InvalidRecord refusal =
          catchThrowableOfType(InvalidRecord.class, () -> add("x_care", Map.of("person", wrong)));
      assertThat(refusal.findings()).extracting(Finding::field).containsExactly("person");
    }
    InvalidRecord refusal =
        catchThrowableOfType(InvalidRecord.class, () -> add("x_care", Map.of("x_kind", "电话")));
    assertThat(refusal.findings()).extracting(Finding::field).containsExactly("person");
  }

  @Test
  void standsOnceForAPerson() {
    UUID person = person("令狐冲之");
    Record care = add("x_care", Map.of("person", person));
    Problem refusal =
        catchThrowableOfType(Problem.class, () -> add("x_care", Map.of("person", person)));
    assertThat(refusal.code()).isEqualTo(ProblemCode.DUPLICATE);
    cancel(care, "99");
    assertThat(add("x_care", Map.of("person", person)).version()).isEqualTo(1);
  }

  @Test
  void endsWithTheOtherAndComesBackWithIt() {
    UUID person = person("上官婉");
    Record care = add("x_care", Map.of("person", person));
    Record call = add("x_call", Map.of("care", care.id(), "x_said", "身体好"));
    Record before = add("x_call", Map.of("care", care.id(), "x_said", "以前"));
    cancel(before, "99");

    Record gone = cancel(records.read(town.near, "floating_person", person), "01");
    assertThat(read(care).status()).isEqualTo(Status.CANCELLED);
    assertThat(read(call).status()).isEqualTo(Status.CANCELLED);
    assertThat(records.history(town.near, "x_call", call.id()).getFirst().reason())
        .startsWith("随所属记录注销：");
    Problem alone =
        catchThrowableOfType(
            Problem.class,
            () ->
                records.restore(
                    town.near, "x_care", care.id(), new Restore(UUID.randomUUID(), 2, "弄错了，恢复")));
    assertThat(alone.code()).isEqualTo(ProblemCode.PARENT_CANCELLED);

    records.restore(
        town.near,
        "floating_person",
        person,
        new Restore(UUID.randomUUID(), gone.version(), "弄错了，恢复"));
    assertThat(read(care).status()).isEqualTo(Status.ACTIVE);
    assertThat(read(call).status()).isEqualTo(Status.ACTIVE);
    assertThat(read(before).status()).as("ended earlier by itself").isEqualTo(Status.CANCELLED);
  }

  @Test
  void goesWhereTheOtherGoes() {
    UUID person = person("呼延灼");
    Record care = add("x_care", Map.of("person", person));
    Record call = add("x_call", Map.of("care", care.id()));
    Map<String, Object> change = new HashMap<>(Map.of("grid", Town.FAR_GRID));
    town.save(town.town, "floating_person", person, 1, Town.FAR, change);
    // The shipped catalogue knows nothing of the town's types: the record store of both must.
    assertThat(read(care).area()).isEqualTo(Town.NEAR);

    records.save(
        town.town,
        "floating_person",
        person,
        Town.order(2, Town.NEAR, Map.of("grid", Town.NEAR_GRID)));
    records.save(town.town, "floating_person", person, Town.order(3, Town.FAR, change));
    Record moved = records.read(town.far, "x_care", care.id());
    assertThat(moved.area()).isEqualTo(Town.FAR);
    assertThat(moved.values().text("grid")).isEqualTo(Town.FAR_GRID);
    assertThat(records.read(town.far, "x_call", call.id()).area()).isEqualTo(Town.FAR);
    assertThat(
            catchThrowableOfType(Problem.class, () -> records.read(town.near, "x_care", care.id()))
                .code())
        .isEqualTo(ProblemCode.NOT_FOUND);
  }

  private static Record cancel(Record record, String reason) {
    return records
        .cancel(
            town.near,
            record.type(),
            record.id(),
            new Cancel(UUID.randomUUID(), record.version(), TODAY, reason, "核对后注销"))
        .record();
  }

  @Test
  void findsNothingThroughTheNameOfSomebodyElse() {
    add("x_care", Map.of("person", person("皇甫嵩")));
    assertThat(
            records
                .query(
                    town.near,
                    "x_care",
                    new Query("无此人", List.of(), "", true, Optional.empty(), 10, false))
                .rows())
        .isEmpty();
  }
}
