package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.record.Filter;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.Cancel;
import org.wangge.wire.Check;
import org.wangge.wire.Checked;
import org.wangge.wire.EventAct;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportAnswers;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;
import org.wangge.wire.Match;
import org.wangge.wire.Paths;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Save;

/** What a village operator can learn or do about another village: nothing, by any route. */
class ScopeIT {
  private static final String TYPE = "floating_person";
  private static final String NAME = "欧阳祎垟";
  private static final String PINYIN = "oyyy";

  private static TestServer server;
  private static TestClient near;
  private static TestClient far;
  private static String number;
  private static Record person;
  private static Record event;

  @BeforeAll
  static void prepare() {
    server = TestServer.start();
    near = server.client(TestAccount.OPERATOR_A);
    far = server.client(TestAccount.OPERATOR_B);
    number = Sample.idNumber();
    person = Sample.register(near, TestServer.VILLAGE_A, NAME, number);
    event =
        Sample.register(
            near, "event", TestServer.VILLAGE_A, Sample.event(TestServer.VILLAGE_A, "欧阳家排水口角"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** All that can be asked for by id, as a function of the id. */
  private static Map<String, Function<UUID, Reply>> byId() {
    Map<String, Function<UUID, Reply>> asked = new LinkedHashMap<>();
    asked.put("read", id -> far.get(record(TYPE, id)));
    asked.put("read as core", id -> far.get(record("person", id)));
    asked.put("read as other type", id -> far.get(record("registered_resident", id)));
    asked.put("history", id -> far.get(record(TYPE, id) + "/history"));
    asked.put(
        "reveal",
        id -> far.post(record(TYPE, id) + "/reveal", new Reveal(List.of("id_number"), "核对证件")));
    asked.put(
        "change",
        id ->
            far.put(
                record(TYPE, id),
                new Save(RecordId.next(), 1, null, Map.of("phone", "13857400009"), true)));
    asked.put(
        "take over",
        id ->
            far.put(
                record(TYPE, id),
                new Save(
                    RecordId.next(),
                    1,
                    TestServer.VILLAGE_B,
                    Map.of("phone", "13857400009"),
                    true)));
    asked.put(
        "register again",
        id ->
            far.put(
                record(TYPE, id),
                new Save(
                    RecordId.next(),
                    7,
                    TestServer.VILLAGE_B,
                    Map.of("phone", "13857400009"),
                    true)));
    asked.put("related", id -> far.get(record(TYPE, id) + "/related"));
    asked.put("related event", id -> far.get(record("event", id) + "/related"));
    asked.put("event history", id -> far.get(record("event", id) + "/history"));
    asked.put(
        "change event",
        id ->
            far.put(
                record("event", id),
                new Save(RecordId.next(), 1, null, Map.of("brief", "改过了"), true)));
    asked.put(
        "cancel",
        id ->
            far.post(
                record(TYPE, id) + "/cancel",
                new Cancel(RecordId.next(), 1, LocalDate.of(2026, 1, 2), "03", "")));
    asked.put(
        "restore",
        id -> far.post(record(TYPE, id) + "/restore", new Restore(RecordId.next(), 1, "登记错了")));
    asked.put("event", id -> far.get(path(Paths.EVENT, id)));
    asked.put(
        "act on event",
        id ->
            far.post(
                path(Paths.EVENT_ACTS, id),
                new EventAct(RecordId.next(), 1, "report", "", "", "")));
    asked.put("import", id -> far.get(path(Paths.IMPORT, id)));
    asked.put("rows of import", id -> far.get(path(Paths.IMPORT_ROWS, id)));
    asked.put("refused of import", id -> far.get(path(Paths.IMPORT_REFUSED, id)));
    asked.put(
        "commit of import",
        id -> far.post(path(Paths.IMPORT_COMMIT, id), new ImportCommit(RecordId.next(), false)));
    asked.put("questions of import", id -> far.get(path(Paths.IMPORT_QUESTIONS, id)));
    asked.put(
        "answers to import",
        id ->
            far.post(
                path(Paths.IMPORT_QUESTIONS, id),
                new ImportAnswers(RecordId.next(), List.of(), Map.of())));
    asked.put("job", id -> far.get(path(Paths.JOB, id)));
    asked.put("stop job", id -> far.delete(path(Paths.JOB, id)));
    return asked;
  }

  @Test
  void anIdOfAnotherVillageIsAnsweredExactlyLikeOneThatDoesNotExist() {
    Job job = near.await(importFile(near, "曾某人", Sample.idNumber()).as(Job.class));
    List<UUID> others = List.of(person.id(), event.id(), job.id(), UUID.fromString(job.result()));
    byId()
        .forEach(
            (name, ask) -> {
              Reply unknown = ask.apply(RecordId.next());
              assertThat(unknown.code()).as(name).isEqualTo("not-found");
              for (UUID id : others) {
                Reply known = ask.apply(id);
                assertThat(known.status()).as(name).isEqualTo(unknown.status());
                assertThat(known.code()).as(name).isEqualTo("not-found");
                assertThat(known.problem().arguments())
                    .as(name)
                    .isEqualTo(unknown.problem().arguments());
                assertThat(known.problem().current()).as(name).isNull();
              }
            });

    Record untouched = near.get(record(TYPE, person.id())).as(Record.class);
    assertThat(untouched.version()).isEqualTo(person.version());
    assertThat(untouched.values()).isEqualTo(person.values());
  }

  /**
   * Ids that are tried where an unknown one is lawful: in a new record, a reference, a check. The
   * answers must not differ, unless a whole true record is put in – and that is then registered,
   * with the name of who did it.
   */
  @Test
  void anIdThatIsTriedInsideARequestTellsNothingEither() {
    Map<String, Function<UUID, Reply>> asked = new LinkedHashMap<>();
    asked.put(
        "an incomplete new record",
        id ->
            far.put(
                record(TYPE, id),
                new Save(RecordId.next(), 0, TestServer.VILLAGE_B, Map.of("name", "曾试探"), true)));
    asked.put(
        "a new record with the person's own number",
        id ->
            far.put(
                record(TYPE, id),
                Sample.fresh(
                    TestServer.VILLAGE_B, Sample.floating(TestServer.VILLAGE_B, "曾试探", number))));
    asked.put(
        "a new record in the other village",
        id ->
            far.put(
                record(TYPE, id),
                Sample.fresh(
                    TestServer.VILLAGE_A,
                    Sample.floating(TestServer.VILLAGE_A, "曾试探", Sample.idNumber()))));
    asked.put(
        "a check",
        id ->
            far.post(
                path(Paths.CHECK, TYPE),
                new Check(
                    TestServer.VILLAGE_B, id, Map.of("doc_type", "111", "id_number", number))));
    asked.put(
        "a reference",
        id -> {
          Map<String, Object> values =
              Sample.floating(TestServer.VILLAGE_B, "曾试探", "339999199001010014");
          values.put("residence_type", "02");
          values.put("landlord", id.toString());
          return far.put(record(TYPE, RecordId.next()), Sample.fresh(TestServer.VILLAGE_B, values));
        });
    asked.put(
        "a filter",
        id ->
            far.post(
                path(Paths.QUERY, TYPE),
                Query.all()
                    .withFilters(
                        List.of(
                            new Filter("landlord", Filter.Operator.IS, List.of(id.toString()))))));
    asked.forEach(
        (name, ask) -> {
          String unknown = answer(ask.apply(RecordId.next()));
          for (UUID id : List.of(person.id(), event.id())) {
            assertThat(answer(ask.apply(id))).as(name).isEqualTo(unknown);
          }
        });
    assertThat(near.get(record(TYPE, person.id())).as(Record.class).values())
        .isEqualTo(person.values());
  }

  /** An answer without the number under which its own problem is logged. */
  private static String answer(Reply reply) {
    return reply.isOk()
        ? reply.status() + " " + reply.text()
        : reply.status()
            + " "
            + reply.code()
            + " "
            + reply.problem().arguments()
            + " "
            + reply.problem().findings();
  }

  @Test
  void noSearchFindsAPersonOfAnotherVillage() {
    for (String text : List.of(NAME, "欧阳", PINYIN, number, "13857400001", "溪边")) {
      assertThat(rows(far, Sample.search(text))).as(text).isEmpty();
    }
    assertThat(rows(near, Sample.search(NAME))).hasSize(1);
    assertThat(rows(near, Sample.search(PINYIN))).hasSize(1);
    assertThat(rows(near, Sample.search(number))).hasSize(1);
  }

  @Test
  void noFilterOrOrderLeadsIntoAnotherVillage() {
    for (Filter filter :
        List.of(
            new Filter("area", Filter.Operator.IS, List.of(TestServer.VILLAGE_A)),
            new Filter("area", Filter.Operator.UNDER, List.of(TestServer.TOWN)),
            new Filter("area", Filter.Operator.UNDER, List.of("")),
            new Filter("grid", Filter.Operator.IS, List.of(TestServer.VILLAGE_A + "001")))) {
      Reply reply = far.post(path(Paths.QUERY, TYPE), Query.all().withFilters(List.of(filter)));
      if (reply.isOk()) {
        assertThat(reply.asPage(Record.class).rows())
            .as(filter.toString())
            .noneMatch(row -> row.area().equals(TestServer.VILLAGE_A));
      }
    }
    assertThat(rows(far, Query.all())).noneMatch(row -> row.area().equals(TestServer.VILLAGE_A));
  }

  @Test
  void theMarkOfAPageOfAnotherVillageLeadsNowhereElse() {
    Sample.register(near, TestServer.VILLAGE_A, "曾第二", Sample.idNumber());
    Query one = new Query("", List.of(), "", true, java.util.Optional.empty(), 1, false);
    String mark = near.post(path(Paths.QUERY, TYPE), one).asPage(Record.class).next().orElseThrow();
    Reply reply = far.post(path(Paths.QUERY, TYPE), one.from(mark));

    if (reply.isOk()) {
      assertThat(reply.asPage(Record.class).rows())
          .noneMatch(row -> row.area().equals(TestServer.VILLAGE_A));
    }
  }

  @Test
  void aNewRecordCannotBePutIntoAnotherVillageOrItsGrid() {
    Reply foreign =
        far.put(
            record(TYPE, RecordId.next()),
            Sample.fresh(
                TestServer.VILLAGE_A,
                Sample.floating(TestServer.VILLAGE_A, "曾越界", Sample.idNumber())));
    Reply foreignGrid =
        far.put(
            record(TYPE, RecordId.next()),
            Sample.fresh(
                TestServer.VILLAGE_B,
                Sample.floating(TestServer.VILLAGE_A, "曾越界", Sample.idNumber())));
    Reply above =
        far.put(
            record(TYPE, RecordId.next()),
            Sample.fresh(
                TestServer.TOWN, Sample.floating(TestServer.VILLAGE_B, "曾越界", Sample.idNumber())));

    assertThat(foreign.code()).isEqualTo("out-of-area");
    assertThat(foreignGrid.code()).isEqualTo("invalid-record");
    assertThat(above.isOk()).isFalse();
    assertThat(rows(near, Sample.search("曾越界"))).isEmpty();
  }

  @Test
  void aPersonOfTheOwnVillageCannotBeMovedToAnother() {
    Record own = Sample.register(far, TestServer.VILLAGE_B, "曾本村", Sample.idNumber());
    Reply moved =
        far.put(
            record(TYPE, own.id()),
            new Save(
                RecordId.next(),
                own.version(),
                TestServer.VILLAGE_A,
                Map.of("grid", TestServer.VILLAGE_A + "001"),
                true));

    assertThat(moved.isOk()).isFalse();
    assertThat(far.get(record(TYPE, own.id())).as(Record.class).area())
        .isEqualTo(TestServer.VILLAGE_B);
  }

  @Test
  void theSamePersonElsewhereIsToldByPlaceOnlyWithoutIdAndUnmaskedNumber() {
    Checked checked =
        far.post(
                path(Paths.CHECK, TYPE),
                new Check(
                    TestServer.VILLAGE_B,
                    RecordId.next(),
                    Map.of("doc_type", "111", "id_number", number)))
            .as(Checked.class);
    Match match = checked.matches().getFirst();

    assertThat(match.certain()).isTrue();
    assertThat(match.id()).isNull();
    assertThat(match.place()).contains("长溪村");
    assertThat(match.title()).doesNotContain(number);

    Reply duplicate =
        far.put(
            record(TYPE, RecordId.next()),
            Sample.fresh(
                TestServer.VILLAGE_B, Sample.floating(TestServer.VILLAGE_B, "欧阳重", number)));
    assertThat(duplicate.code()).isEqualTo("duplicate");
    assertThat(duplicate.text()).doesNotContain(number).doesNotContain(person.id().toString());
  }

  @Test
  void nothingOfAnotherVillageStandsInAnExport() throws IOException {
    Reply workbook =
        far.post(Paths.EXPORTS, new ExportOrder(TYPE, Query.all(), List.of(), false, "月度核对"));

    assertThat(workbook.status()).isEqualTo(200);
    assertThat(texts(workbook.body())).doesNotContain(NAME).doesNotContain(number);

    Reply own =
        near.post(Paths.EXPORTS, new ExportOrder(TYPE, Query.all(), List.of(), false, "月度核对"));
    assertThat(texts(own.body())).contains(NAME).doesNotContain(number);
  }

  @Test
  void anImportTellsNothingOfAnotherVillageAndWritesNothingThere() {
    Job job = far.await(importFile(far, "欧阳祎垟", number).as(Job.class));
    Reply rows = far.get(path(Paths.IMPORT_ROWS, job.result()));
    List<ImportRow> told = rows.asPage(ImportRow.class).rows();

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().outcome()).isIn("refuse", "ask");
    assertThat(told.getFirst().record()).isNull();
    assertThat(rows.text()).doesNotContain(person.id().toString()).doesNotContain(number);

    far.await(
        far.post(path(Paths.IMPORT_COMMIT, job.result()), new ImportCommit(RecordId.next(), false))
            .as(Job.class));
    assertThat(near.get(record(TYPE, person.id())).as(Record.class).version())
        .isEqualTo(person.version());
  }

  @Test
  void aPersonOfAnotherVillageCannotBeReferredTo() {
    Map<String, Object> values = Sample.floating(TestServer.VILLAGE_B, "曾房客", Sample.idNumber());
    values.put("residence_type", "02");
    values.put("landlord", person.id().toString());
    Reply reply =
        far.put(record(TYPE, RecordId.next()), Sample.fresh(TestServer.VILLAGE_B, values));

    assertThat(reply.code()).isEqualTo("invalid-record");
    assertThat(reply.problem().findings())
        .anySatisfy(finding -> assertThat(finding.field()).isEqualTo("landlord"));
  }

  @Test
  void placesOfOtherVillagesAreNotListed() {
    assertThat(far.get(Paths.AREAS).text())
        .contains(TestServer.VILLAGE_B)
        .doesNotContain(TestServer.VILLAGE_A);
  }

  @Test
  void numbersAreMaskedWhereverARecordIsShownAndClearOnlyAfterAReason() {
    Reply read = near.get(record(TYPE, person.id()));
    Reply list = near.post(path(Paths.QUERY, TYPE), Sample.search(number));
    Reply history = near.get(record(TYPE, person.id()) + "/history");
    Reply noReason =
        near.post(record(TYPE, person.id()) + "/reveal", new Reveal(List.of("id_number"), "看看"));
    Reply revealed =
        near.post(record(TYPE, person.id()) + "/reveal", new Reveal(List.of("id_number"), "核对证件"));
    Reply leader = server.client(TestAccount.TOWN_LEADER).get(record(TYPE, person.id()));

    for (Reply reply : List.of(read, list, history, noReason)) {
      assertThat(reply.text()).doesNotContain(number);
    }
    assertThat(noReason.code()).isEqualTo("reason-required");
    assertThat(revealed.text()).contains(number);
    assertThat(leader.text()).doesNotContain(number).doesNotContain(NAME);
    assertThat(server.client(TestAccount.AUDITOR).get(Paths.AUDIT).text())
        .contains("reveal")
        .contains("核对证件")
        .contains(person.id().toString())
        .doesNotContain(number);
  }

  @Test
  void aGridWorkerSeesItsGridOnly() {
    TestClient town = server.client(TestAccount.TOWN_OPERATOR);
    Sample.register(
        town,
        "grid",
        TestServer.VILLAGE_A,
        Map.of(
            "grid_name",
            "第二网格",
            "grid_code",
            TestServer.VILLAGE_A + "002",
            "household_count",
            150));
    Map<String, Object> values = Sample.floating(TestServer.VILLAGE_A, "曾二网", Sample.idNumber());
    values.put("grid", TestServer.VILLAGE_A + "002");
    Record other = Sample.register(near, TYPE, TestServer.VILLAGE_A, values);
    TestClient worker = server.client(TestAccount.GRID_WORKER_A);

    assertThat(worker.get(record(TYPE, person.id())).status()).isEqualTo(200);
    assertThat(worker.get(record(TYPE, other.id())).code()).isEqualTo("not-found");
    assertThat(rows(worker, Sample.search("曾二网"))).isEmpty();
  }

  private static List<Record> rows(TestClient client, Query query) {
    return client.post(path(Paths.QUERY, TYPE), query).asPage(Record.class).rows();
  }

  private static Reply importFile(TestClient client, String name, String idNumber) {
    String csv =
        "姓名,证件号码,联系方式,流入原因,流入时间,登记日期\n%s,%s,13857400002,务工,2026-01-05,2026-01-06\n"
            .formatted(name, idNumber);
    return client.raw(
        "POST",
        Paths.IMPORTS
            + "?name=floating.csv&type=floating_person&village=&requestId="
            + RecordId.next(),
        csv.getBytes(StandardCharsets.UTF_8));
  }

  /** All texts of a workbook. */
  private static String texts(byte[] workbook) throws IOException {
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        XSSFExcelExtractor extractor = new XSSFExcelExtractor(read)) {
      return extractor.getText();
    }
  }
}
