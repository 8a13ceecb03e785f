package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.Filter;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.StaleVersion;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Cancel;
import org.wangge.wire.Checked;
import org.wangge.wire.Match;
import org.wangge.wire.Restore;

/** What holds for records, whatever way the database is reached. */
abstract class RecordStoreContract {
  private static final LocalDate BIRTH = LocalDate.of(1988, 5, 20);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
  private static final String FLOATING = "floating_person";
  private static final AtomicInteger SEQUENCE = new AtomicInteger(1);

  abstract Town town();

  // ---- a record by itself

  @Test
  void keepsWhatAFormSaid() {
    UUID id = RecordId.next();
    Map<String, Object> typed = Town.floating("曾沄玥", number());
    SaveResult saved = town().save(town().near, FLOATING, id, 0, Town.NEAR, typed);
    Record read = town().records.read(town().near, FLOATING, id);
    assertThat(read).isEqualTo(saved.record());
    assertThat(read.version()).isEqualTo(1);
    assertThat(read.area()).isEqualTo(Town.NEAR);
    assertThat(read.status()).isEqualTo(Status.ACTIVE);
    assertThat(read.incomplete()).isFalse();
    assertThat(read.registeredBy()).isEqualTo(town().near.account().name());
    assertThat(read.registeredAt()).isEqualTo("2026-10-31T08:20:00");
    typed.remove("id_number");
    typed.forEach((name, value) -> assertThat(read.values().get(name)).as(name).isEqualTo(value));
    assertThat(read.values().date("birth_date")).as("from the number").isEqualTo(BIRTH);
  }

  @Test
  void refusesAFormWithoutWhatIsRequiredAndKeepsNothing() {
    UUID id = RecordId.next();
    Map<String, Object> typed = Town.floating("无电话", number());
    typed.remove("phone");
    InvalidRecord refusal =
        catchThrowableOfType(
            InvalidRecord.class, () -> town().save(town().near, FLOATING, id, 0, Town.NEAR, typed));
    assertThat(refusal.findings()).extracting(Finding::field).containsExactly("phone");
    assertNotFound(() -> town().records.read(town().near, FLOATING, id));
  }

  @Test
  void savesWhatIsDoubtfulOnlyWhenConfirmed() {
    UUID id = RecordId.next();
    Map<String, Object> typed = Town.floating("租房人", number());
    typed.put("residence_type", "02");
    SaveOrder unconfirmed =
        new SaveOrder(UUID.randomUUID(), 0, Town.NEAR, Values.of(typed), false, Origin.FORM);
    InvalidRecord asked =
        catchThrowableOfType(
            InvalidRecord.class, () -> town().records.save(town().near, FLOATING, id, unconfirmed));
    assertThat(asked.findings()).isNotEmpty().noneMatch(Finding::forbids);
    SaveResult saved = town().save(town().near, FLOATING, id, 0, Town.NEAR, typed);
    assertThat(saved.warnings()).isEqualTo(asked.findings());
  }

  @Test
  void refusesAGridOfAnotherVillageAndOneNobodyRegistered() {
    for (String grid : List.of(Town.FAR_GRID, Town.NEAR + "099")) {
      Map<String, Object> typed = Town.floating("错网格", number(), grid);
      InvalidRecord refusal =
          catchThrowableOfType(
              InvalidRecord.class,
              () -> town().save(town().near, FLOATING, RecordId.next(), 0, Town.NEAR, typed));
      assertThat(refusal.findings()).extracting(Finding::field).containsExactly("grid");
    }
  }

  @Test
  void refusesFieldsThatAreTheServersOwn() {
    UUID id = town().addFloating(town().near, "查系统", number());
    assertProblem(
        () -> town().save(town().near, "person", id, 1, null, Map.of("population_type", "30")),
        ProblemCode.MALFORMED);
    assertProblem(
        () -> town().save(town().near, FLOATING, id, 1, null, Map.of("nonsense", "1")),
        ProblemCode.MALFORMED);
  }

  @Test
  void countsNoVersionForASaveThatChangesNothing() {
    UUID id = town().addFloating(town().near, "不变人", number());
    SaveResult saved =
        town().save(town().near, FLOATING, id, 1, null, Map.of("phone", "13857400001"));
    assertThat(saved.record().version()).isEqualTo(1);
    assertThat(town().records.history(town().near, FLOATING, id)).hasSize(1);
  }

  // ---- scope

  @Test
  void answersForAnotherVillagesRecordExactlyAsForNone() {
    UUID far = town().addFloating(town().far, "远村人", number());
    Caller near = town().near;
    RecordStore records = town().records;
    for (UUID id : List.of(far, RecordId.next())) {
      assertNotFound(() -> records.read(near, FLOATING, id));
      assertNotFound(() -> records.read(near, "person", id));
      assertNotFound(() -> records.history(near, FLOATING, id));
      assertNotFound(() -> records.reveal(near, FLOATING, id, List.of("id_number"), "核对证件"));
      assertNotFound(() -> town().save(near, FLOATING, id, 1, null, Map.of("name", "改名")));
      assertNotFound(
          () -> town().save(near, "registered_resident", id, 1, Town.NEAR, Map.of("name", "改名")));
      assertNotFound(
          () ->
              records.cancel(
                  near, FLOATING, id, new Cancel(UUID.randomUUID(), 1, TODAY, "03", "")));
      assertNotFound(
          () -> records.restore(near, FLOATING, id, new Restore(UUID.randomUUID(), 1, "写错了")));
      assertNotFound(
          () ->
              town()
                  .store
                  .write(
                      tx ->
                          records.set(
                              tx,
                              near,
                              "person",
                              id,
                              1,
                              Values.of(Map.of("population_type", "10")),
                              "change",
                              "")));
    }
    // A new record under an id that another village has: nothing of it may show, nothing be
    // changed.
    assertNotFound(
        () -> town().save(near, FLOATING, far, 0, Town.NEAR, Town.floating("顶替人", number())));
    Record untouched = records.read(town().far, FLOATING, far);
    assertThat(untouched.version()).isEqualTo(1);
    assertThat(untouched.values().text("name")).isEqualTo("远村人");
  }

  @Test
  void listsCountsAndFindsNothingOfAnotherVillage() {
    String number = number();
    town().addFloating(town().far, "隔壁村民", number);
    for (String text : List.of("隔壁村民", "gbcm", number)) {
      Query query = Query.all().withText(text);
      assertThat(town().records.query(town().near, FLOATING, query).rows()).isEmpty();
      assertThat(town().records.count(town().near, FLOATING, query)).isZero();
      assertThat(town().records.query(town().far, FLOATING, query).rows()).hasSize(1);
      assertThat(town().records.count(town().far, FLOATING, query)).isEqualTo(1);
      assertThat(town().records.query(town().town, FLOATING, query).rows()).hasSize(1);
    }
    Query asked =
        Query.all().withFilters(List.of(new Filter("area", Filter.Operator.IS, List.of(Town.FAR))));
    assertThat(town().records.query(town().near, FLOATING, asked).rows()).isEmpty();
    assertThat(town().records.query(town().far, FLOATING, asked).rows()).isNotEmpty();
    assertThat(town().records.query(town().town, FLOATING, asked).rows())
        .isNotEmpty()
        .allMatch(row -> row.area().equals(Town.FAR));
  }

  @Test
  void registersNothingOutsideTheArea() {
    Map<String, Object> typed = Town.floating("越界人", number(), Town.FAR_GRID);
    assertProblem(
        () -> town().save(town().near, FLOATING, RecordId.next(), 0, Town.FAR, typed),
        ProblemCode.OUT_OF_AREA);
    assertProblem(
        () -> town().save(town().near, FLOATING, RecordId.next(), 0, "330282104999", typed),
        ProblemCode.OUT_OF_AREA);
    UUID id = town().addFloating(town().near, "搬家人", number());
    Map<String, Object> move = Map.of("grid", Town.FAR_GRID);
    assertProblem(
        () -> town().save(town().near, FLOATING, id, 1, Town.FAR, move), ProblemCode.OUT_OF_AREA);
    SaveResult moved = town().save(town().town, FLOATING, id, 1, Town.FAR, move);
    assertThat(moved.record().area()).isEqualTo(Town.FAR);
    assertNotFound(() -> town().records.read(town().near, FLOATING, id));
    assertThat(town().records.history(town().far, FLOATING, id))
        .anySatisfy(
            change -> {
              assertThat(change.label()).isEqualTo("登记地");
              assertThat(change.from()).isEqualTo(Town.NEAR_NAME);
              assertThat(change.to()).isEqualTo(Town.FAR_NAME);
            });
  }

  @Test
  void leadsNoReferenceOutOfTheArea() {
    UUID house = RecordId.next();
    town().save(town().far, "house", house, 0, Town.FAR, house("巴里村7号", Town.FAR_GRID));
    for (UUID target : List.of(house, RecordId.next())) {
      Map<String, Object> typed = Town.floating("借住人", number());
      typed.put("has_house", true);
      typed.put("house", target);
      typed.remove("no_house_reason");
      InvalidRecord refusal =
          catchThrowableOfType(
              InvalidRecord.class,
              () -> town().save(town().near, FLOATING, RecordId.next(), 0, Town.NEAR, typed));
      assertThat(refusal.findings())
          .singleElement()
          .satisfies(finding -> assertThat(finding.code()).isEqualTo("reference-unknown"));
    }
  }

  @Test
  void saysWhereANumberIsRegisteredAndNoMore() {
    String number = number();
    UUID far = town().addFloating(town().far, "欧阳远方", number);
    Values typed = Values.of(Town.floating("欧阳远方", number));
    Checked checked =
        town().records.check(town().near, FLOATING, Town.NEAR, RecordId.next(), typed);
    Match match = checked.matches().getFirst();
    assertThat(match.certain()).isTrue();
    assertThat(match.id()).isNull();
    assertThat(match.place()).isEqualTo("掌起镇" + Town.FAR_NAME);
    assertThat(match.title()).startsWith("欧阳**").doesNotContain("远方", number);
    assertThat(town().records.findByDocument(town().near, number)).containsExactly(match);

    Match inside =
        town().records.findByDocument(town().far, number.toLowerCase(Locale.ROOT)).getFirst();
    assertThat(inside.id()).isEqualTo(far);
    assertThat(inside.type()).isEqualTo(FLOATING);
    assertThat(inside.title()).startsWith("欧阳远方 339999");

    Problem outside =
        catchThrowableOfType(
            Problem.class,
            () -> town().save(town().near, FLOATING, RecordId.next(), 0, Town.NEAR, typed.asMap()));
    assertThat(outside.code()).isEqualTo(ProblemCode.DUPLICATE);
    assertThat(outside.arguments())
        .containsEntry("place", "掌起镇" + Town.FAR_NAME)
        .doesNotContainKey("record");
    Problem here =
        catchThrowableOfType(Problem.class, () -> town().addFloating(town().far, "欧阳远方", number));
    assertThat(here.code()).isEqualTo(ProblemCode.DUPLICATE);
    assertThat(here.arguments()).containsEntry("record", far.toString());
  }

  @Test
  void pointsOutWhoMayBeTheSameInTheVillage() {
    Map<String, Object> known = Town.floating("单静静", number());
    known.put("phone", "13857466601");
    UUID id = RecordId.next();
    town().save(town().near, FLOATING, id, 0, Town.NEAR, known);
    Values typed = Values.of(Map.of("name", "单静静", "phone", "13857466601"));
    assertThat(
            town()
                .records
                .check(town().near, FLOATING, Town.NEAR, RecordId.next(), typed)
                .matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.id()).isEqualTo(id);
              assertThat(match.certain()).isFalse();
            });
    assertThat(
            town().records.check(town().far, FLOATING, Town.FAR, RecordId.next(), typed).matches())
        .isEmpty();
    assertThat(town().records.check(town().near, FLOATING, Town.NEAR, id, typed).matches())
        .as("a record is not its own double")
        .isEmpty();
    assertProblem(
        () -> town().records.check(town().near, FLOATING, Town.FAR, RecordId.next(), typed),
        ProblemCode.OUT_OF_AREA);
  }

  @Test
  void limitsAGridsAccountToItsGrid() {
    String second = Town.NEAR + "002";
    if (town().records.query(town().town, "grid", Query.all().withText(second)).rows().isEmpty()) {
      town()
          .save(
              town().near,
              "grid",
              RecordId.next(),
              0,
              Town.NEAR,
              Map.of("grid_name", "第二网格", "grid_code", second, "household_count", 120L));
    }
    UUID first = town().addFloating(town().near, "一格人", number());
    UUID other = RecordId.next();
    town().save(town().near, FLOATING, other, 0, Town.NEAR, Town.floating("二格人", number(), second));
    Caller worker = Town.caller(Post.GRID_WORKER, Town.NEAR_GRID);
    assertThat(town().records.read(worker, FLOATING, first).id()).isEqualTo(first);
    assertNotFound(() -> town().records.read(worker, FLOATING, other));
    assertThat(town().records.query(worker, FLOATING, Query.all().withText("二格人")).rows())
        .isEmpty();
    assertThat(town().records.query(worker, FLOATING, Query.all().withText("一格人")).rows())
        .hasSize(1);
  }

  @Test
  void refusesPostsWithoutBusinessInRecords() {
    UUID id = town().addFloating(town().near, "旁人", number());
    for (Post post :
        List.of(
            Post.SYSTEM_ADMINISTRATOR,
            Post.SECURITY_ADMINISTRATOR,
            Post.AUDITOR,
            Post.TOWN_DEPARTMENT)) {
      Caller caller = Town.caller(post, Town.TOWN);
      assertProblem(
          () -> town().records.query(caller, FLOATING, Query.all()), ProblemCode.FORBIDDEN);
      assertProblem(() -> town().records.read(caller, FLOATING, id), ProblemCode.FORBIDDEN);
      assertProblem(() -> town().records.history(caller, FLOATING, id), ProblemCode.FORBIDDEN);
    }
    Caller leader = Town.caller(Post.TOWN_LEADER, Town.TOWN);
    assertProblem(
        () -> town().save(leader, FLOATING, id, 1, null, Map.of("name", "改名")),
        ProblemCode.FORBIDDEN);
    assertProblem(
        () -> town().records.check(leader, FLOATING, Town.NEAR, id, Values.none()),
        ProblemCode.FORBIDDEN);
    assertThat(town().records.findByDocument(leader, number())).isEmpty();
    Caller secretary = Town.caller(Post.VILLAGE_SECRETARY, Town.NEAR);
    assertProblem(
        () ->
            town()
                .records
                .cancel(secretary, FLOATING, id, new Cancel(UUID.randomUUID(), 1, TODAY, "03", "")),
        ProblemCode.FORBIDDEN);
  }

  // ---- versions and requests

  @Test
  void refusesAStaleSaveAndShowsWhatStandsThere() {
    UUID id = town().addFloating(town().near, "两台机", number());
    town().save(town().town, FLOATING, id, 1, null, Map.of("phone", "13857400777"));
    StaleVersion refusal =
        catchThrowableOfType(
            StaleVersion.class,
            () -> town().save(town().near, FLOATING, id, 1, null, Map.of("name", "两台机器")));
    assertThat(refusal.current().version()).isEqualTo(2);
    assertThat(refusal.current().values().text("phone")).isEqualTo("13857400777");
    assertThat(refusal.current().updatedBy()).isEqualTo(town().town.account().name());
    assertThat(refusal.current().masked()).contains("id_number");
    Record now = town().records.read(town().near, FLOATING, id);
    assertThat(now.values().text("name")).isEqualTo("两台机");
  }

  @Test
  void answersARepeatedRequestOnce() {
    UUID id = RecordId.next();
    SaveOrder order = Town.order(0, Town.NEAR, Town.floating("重发人", number()));
    SaveResult first = town().records.save(town().near, FLOATING, id, order);
    SaveResult second = town().records.save(town().near, FLOATING, id, order);
    assertThat(second.record()).isEqualTo(first.record());
    assertThat(town().records.history(town().near, FLOATING, id)).hasSize(1);
  }

  @Test
  void refusesARequestIdUsedForSomethingElse() {
    UUID id = RecordId.next();
    SaveOrder order = Town.order(0, Town.NEAR, Town.floating("原请求", number()));
    town().records.save(town().near, FLOATING, id, order);
    SaveOrder other =
        new SaveOrder(
            order.requestId(), 1, null, Values.of(Map.of("name", "别的")), true, Origin.FORM);
    assertProblem(
        () -> town().records.save(town().near, FLOATING, id, other), ProblemCode.REQUEST_ID_REUSED);
    assertProblem(
        () -> town().records.save(town().town, FLOATING, id, order), ProblemCode.REQUEST_ID_REUSED);
  }

  @Test
  void letsOneOfManyWinWhoSaveTheSameVersion() throws Exception {
    UUID id = town().addFloating(town().near, "抢改人", number());
    List<Callable<Object>> saves = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String phone = "1385740090" + i;
      saves.add(
          () -> town().save(town().near, FLOATING, id, 1, null, Map.of("phone", phone)).record());
    }
    List<Object> results = together(saves);
    assertThat(results).filteredOn(Record.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(StaleVersion.class::isInstance).hasSize(7);
    assertThat(town().records.read(town().near, FLOATING, id).version()).isEqualTo(2);
  }

  @Test
  void registersANumberOnceHoweverManyTryAtOnce() throws Exception {
    String number = number();
    List<Callable<Object>> saves = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Caller caller = i % 2 == 0 ? town().near : town().far;
      saves.add(() -> town().addFloating(caller, "抢登人", number));
    }
    List<Object> results = together(saves);
    assertThat(results).filteredOn(UUID.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(Problem.class::isInstance)
        .hasSize(5)
        .allMatch(problem -> ((Problem) problem).code() == ProblemCode.DUPLICATE);
  }

  @Test
  void answersTheSameRequestOnceWhenItComesTwiceAtOnce() throws Exception {
    UUID id = RecordId.next();
    SaveOrder order = Town.order(0, Town.NEAR, Town.floating("双发人", number()));
    Callable<Object> save = () -> town().records.save(town().near, FLOATING, id, order).record();
    List<Object> results = together(List.of(save, save, save, save));
    assertThat(results).allMatch(Record.class::isInstance);
    assertThat(new HashSet<>(results)).hasSize(1);
  }

  // ---- history and masking

  @Test
  void tellsTheWholeHistorySoThatEveryDayCanBeShown() {
    UUID id = town().addFloating(town().near, "历史人", number());
    Record first = town().records.read(town().near, FLOATING, id);
    Map<String, Object> second = new HashMap<>(Map.of("name", "历史仁", "children_with", 2L));
    second.put("former_name", "历史人");
    town().save(town().near, FLOATING, id, 1, null, second);
    Map<String, Object> third = new HashMap<>();
    third.put("former_name", null);
    third.put("service_needs", List.of("01", "02"));
    town().save(town().town, FLOATING, id, 2, null, third);
    town()
        .records
        .cancel(town().near, FLOATING, id, new Cancel(UUID.randomUUID(), 3, TODAY, "03", "回老家"));
    town().records.restore(town().near, FLOATING, id, new Restore(UUID.randomUUID(), 4, "又回来了"));

    List<Change> history = town().records.history(town().near, FLOATING, id);
    assertThat(history.stream().map(change -> change.version() + change.action()).distinct())
        .containsExactly("5restore", "4cancel", "3change", "2change", "1register");
    assertThat(history.getFirst().reason()).isEqualTo("又回来了");
    assertThat(history.get(1).reason()).isEqualTo("离开本地 回老家");
    assertThat(history)
        .filteredOn(change -> change.version() == 3)
        .extracting(Change::field, Change::from)
        .contains(
            org.assertj.core.groups.Tuple.tuple("former_name", "历史人"),
            org.assertj.core.groups.Tuple.tuple("service_needs", ""));
    assertThat(history).allMatch(change -> change.workstation().equals("PC-1"));

    // Undone from the newest to the oldest, the history gives the record as it was registered.
    Map<String, String> names = new HashMap<>();
    Record now = town().records.read(town().near, FLOATING, id);
    now.values().asMap().forEach((name, value) -> names.put(name, value.toString()));
    for (Change change : history) {
      if (!change.field().isEmpty()) {
        if (change.from().isEmpty()) {
          names.remove(change.field());
        } else {
          names.put(change.field(), change.from());
        }
      }
    }
    Map<String, String> begun = new HashMap<>();
    first.values().asMap().forEach((name, value) -> begun.put(name, value.toString()));
    assertThat(names).isEqualTo(begun);
  }

  @Test
  void masksWhatThePostMayNotSeeEverywhere() {
    String number = number();
    Map<String, Object> typed = Town.floating("遮住人", number);
    typed.put("health", "10");
    UUID id = RecordId.next();
    Record saved = town().save(town().near, FLOATING, id, 0, Town.NEAR, typed).record();
    String masked = number.substring(0, 6) + "********" + number.substring(14);
    List<Record> seen =
        List.of(
            saved,
            town().records.read(town().near, FLOATING, id),
            town()
                .records
                .query(town().near, FLOATING, Query.all().withText("遮住人"))
                .rows()
                .getFirst());
    assertThat(seen)
        .allSatisfy(
            record -> {
              assertThat(record.values().text("id_number")).isEqualTo(masked);
              assertThat(record.values().get("health")).isEqualTo("***");
              assertThat(record.masked()).contains("id_number", "health");
              assertThat(record.values().text("name")).isEqualTo("遮住人");
            });
    // Of the same sex, which the number tells: the one after the next.
    number();
    String next = number();
    town().save(town().near, FLOATING, id, 1, null, Map.of("id_number", next, "health", "20"));
    assertThat(town().records.history(town().near, FLOATING, id).toString())
        .contains("id_number", "health")
        .doesNotContain(number, next);

    Caller county = Town.caller(Post.COUNTY, "330282");
    Record counted = town().records.read(county, FLOATING, id);
    assertThat(counted.values().text("name")).isEqualTo("遮**");
    assertThat(counted.values().text("phone")).isEqualTo("138****0001");
    assertThat(counted.values().get("birth_date")).isEqualTo("***");
    assertThat(town().records.history(county, FLOATING, id).toString()).doesNotContain(next);
    Record clear = town().records.read(Town.caller(Post.SERVER, ""), FLOATING, id);
    assertThat(clear.values().text("id_number")).isEqualTo(next);
    assertThat(clear.masked()).isEmpty();
  }

  @Test
  void letsNoFilterOrderOrSearchTellWhatIsMasked() {
    town().addFloating(town().near, "不可猜", number());
    Caller county = Town.caller(Post.COUNTY, "330282");
    Query bySex =
        Query.all().withFilters(List.of(new Filter("sex", Filter.Operator.IS, List.of("1"))));
    assertProblem(() -> town().records.query(county, FLOATING, bySex), ProblemCode.FORBIDDEN);
    Query byName = new Query("", List.of(), "name", false, Optional.empty(), 10, false);
    assertProblem(() -> town().records.query(county, FLOATING, byName), ProblemCode.FORBIDDEN);
    for (String part : List.of("不可", "bkc", "1385740")) {
      assertThat(town().records.query(county, FLOATING, Query.all().withText(part)).rows())
          .isEmpty();
    }
    assertThat(town().records.query(county, FLOATING, Query.all().withText("不可猜")).rows())
        .as("who knows the whole name may find it")
        .hasSize(1);
  }

  @Test
  void revealsWithAReasonAndAnAuditRow() {
    String number = number();
    UUID id = town().addFloating(town().near, "揭示人", number);
    Caller auditor = Town.caller(Post.AUDITOR, Town.TOWN);
    int before = town().audit.page(auditor, Optional.empty(), 200).rows().size();
    assertProblem(
        () -> town().records.reveal(town().near, FLOATING, id, List.of("id_number"), "看 "),
        ProblemCode.REASON_REQUIRED);
    assertProblem(
        () -> town().records.reveal(town().near, FLOATING, id, List.of("health"), "核对证件"),
        ProblemCode.FORBIDDEN);
    assertThat(town().audit.page(auditor, Optional.empty(), 200).rows()).hasSize(before);
    assertThat(town().records.reveal(town().near, FLOATING, id, List.of("id_number"), "核对证件"))
        .containsExactly(Map.entry("id_number", number));
    var row = town().audit.page(auditor, Optional.empty(), 200).rows().getFirst();
    assertThat(row.act()).isEqualTo("reveal");
    assertThat(row.account()).isEqualTo(town().near.account().name());
    assertThat(row.reason()).isEqualTo("核对证件");
    assertThat(row.subject()).contains(id.toString(), "id_number").doesNotContain(number);
  }

  // ---- extensions

  @Test
  void movesAPersonFromOneExtensionToAnotherAndKeepsTheOld() {
    String number = number();
    UUID id = town().addFloating(town().near, "转户籍", number);
    Map<String, Object> resident = new HashMap<>();
    resident.put("household_no", "330282000001");
    resident.put("relation_to_head", "02");
    SaveResult saved = town().save(town().near, "registered_resident", id, 1, null, resident);
    assertThat(saved.record().version()).isEqualTo(2);
    assertThat(saved.record().values().text("name")).isEqualTo("转户籍");
    assertThat(saved.record().values().text("head_name")).isEqualTo("转户籍");

    assertNotFound(() -> town().records.read(town().near, FLOATING, id));
    Query query = Query.all().withText(number);
    assertThat(town().records.query(town().near, FLOATING, query).rows()).isEmpty();
    assertThat(town().records.query(town().near, "registered_resident", query).rows()).hasSize(1);
    assertThat(town().records.query(town().near, "person", query).rows()).hasSize(1);
    assertThat(town().records.history(town().near, "registered_resident", id))
        .anySatisfy(
            change -> {
              assertThat(change.field()).isEqualTo("population_type");
              assertThat(change.from()).isEqualTo("流动人口");
              assertThat(change.to()).isEqualTo("户籍人口");
            });

    SaveResult back = town().save(town().near, FLOATING, id, 2, null, Map.of("employer", "电子厂"));
    assertThat(back.record().values().date("inflow_date"))
        .as("the old extension was kept")
        .isEqualTo("2025-03-01");
    assertThat(back.record().version()).isEqualTo(3);
  }

  @Test
  void freesANumberOnCancellingAndRefusesToRestoreItTwice() {
    String number = number();
    UUID id = town().addFloating(town().near, "注销人", number);
    Record gone =
        town()
            .records
            .cancel(town().near, FLOATING, id, new Cancel(UUID.randomUUID(), 1, TODAY, "03", ""))
            .record();
    assertThat(gone.status()).isEqualTo(Status.CANCELLED);
    assertProblem(
        () -> town().save(town().near, FLOATING, id, 2, null, Map.of("name", "改")),
        ProblemCode.WRONG_STATE);
    assertProblem(
        () ->
            town()
                .records
                .cancel(
                    town().near, FLOATING, id, new Cancel(UUID.randomUUID(), 2, TODAY, "03", "")),
        ProblemCode.WRONG_STATE);
    Query active = Query.all().withText(number);
    assertThat(town().records.query(town().near, FLOATING, active).rows()).isEmpty();
    Query cancelled = new Query(number, List.of(), "", true, Optional.empty(), 10, true);
    assertThat(town().records.query(town().near, FLOATING, cancelled).rows()).hasSize(1);

    UUID again = town().addFloating(town().far, "注销人", number);
    Restore restore = new Restore(UUID.randomUUID(), 2, "登记有误");
    assertProblem(
        () -> town().records.restore(town().near, FLOATING, id, restore), ProblemCode.DUPLICATE);
    town()
        .records
        .cancel(town().far, FLOATING, again, new Cancel(UUID.randomUUID(), 1, TODAY, "07", ""));
    assertThat(town().records.restore(town().near, FLOATING, id, restore).record().status())
        .isEqualTo(Status.ACTIVE);
    assertThat(town().records.query(town().near, FLOATING, active).rows()).hasSize(1);
  }

  @Test
  void asksForASoundDayAndReasonToCancel() {
    UUID id = town().addFloating(town().near, "难注销", number());
    for (Cancel order :
        List.of(
            new Cancel(UUID.randomUUID(), 1, TODAY.plusDays(1), "03", ""),
            new Cancel(UUID.randomUUID(), 1, TODAY, "xx", ""),
            new Cancel(UUID.randomUUID(), 1, TODAY, "99", " "))) {
      assertThatThrownBy(() -> town().records.cancel(town().near, FLOATING, id, order))
          .isInstanceOf(InvalidRecord.class);
    }
    assertProblem(
        () ->
            town()
                .records
                .restore(town().near, FLOATING, id, new Restore(UUID.randomUUID(), 1, "没注销")),
        ProblemCode.WRONG_STATE);
  }

  @Test
  void endsNothingBeforeTheDayOnWhichItBegan() {
    UUID id = RecordId.next();
    Map<String, Object> values = Town.floating("早注销", number());
    values.put("inflow_date", TODAY.minusDays(3));
    town().save(town().near, FLOATING, id, 0, Town.NEAR, values);
    assertThatThrownBy(
            () ->
                town()
                    .records
                    .cancel(
                        town().near,
                        FLOATING,
                        id,
                        new Cancel(UUID.randomUUID(), 1, TODAY.minusDays(4), "03", "")))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            refusal ->
                assertThat(refusal.findings().getFirst().wording())
                    .isEqualTo("注销日期不能早于流入时间（2026-10-28），请核对这两个日期。"));
    town()
        .records
        .cancel(
            town().near,
            FLOATING,
            id,
            new Cancel(UUID.randomUUID(), 1, TODAY.minusDays(3), "03", ""));
  }

  @Test
  void aGridsCodeBeginsWithTheCodeOfItsVillage() {
    assertThatThrownBy(
            () ->
                town()
                    .save(
                        town().near,
                        "grid",
                        RecordId.next(),
                        0,
                        Town.NEAR,
                        Map.of(
                            "grid_name",
                            "别村网格",
                            "grid_code",
                            Town.FAR + "777",
                            "household_count",
                            120L)))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            refusal ->
                assertThat(refusal.findings())
                    .extracting(Finding::wording)
                    .containsExactly("网格编码应以所在村的 12 位编码 " + Town.NEAR + " 开头，后面接三位顺序号，请改正。"));
  }

  @Test
  void aHouseholdHasOneHead() {
    Map<String, Object> head = resident("户主甲", "02");
    UUID first = RecordId.next();
    town().save(town().near, "registered_resident", first, 0, Town.NEAR, head);
    Map<String, Object> second = resident("户主乙", "02");
    assertThatThrownBy(
            () ->
                town()
                    .save(
                        town().near, "registered_resident", RecordId.next(), 0, Town.NEAR, second))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            refusal ->
                assertThat(refusal.findings())
                    .filteredOn(Finding::forbids)
                    .extracting(Finding::wording)
                    .containsExactly("户号 330282000077 已经有一位户主，一户只能有一位。请先改原户主的“与户主关系”，或核对户号。"));
    // The same number in another village is another household.
    Map<String, Object> elsewhere = resident("户主丙", "02");
    elsewhere.put("grid", Town.FAR_GRID);
    town().save(town().far, "registered_resident", RecordId.next(), 0, Town.FAR, elsewhere);
    // A sheet may bring the new head before the row that relieves the old one.
    SaveHook.NewRecord row =
        new SaveHook.NewRecord(RecordId.next(), Town.NEAR, Values.of(second), true);
    List<Finding> findings = town().store.read(tx -> new HouseholdHead().check(tx, row));
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertThat(finding.forbids()).isFalse());
    town()
        .save(
            town().near,
            "registered_resident",
            first,
            1,
            null,
            Map.of("relation_to_head", "50", "head_name", "户主乙", "head_id_number", number()));
    town().save(town().near, "registered_resident", RecordId.next(), 0, Town.NEAR, second);
  }

  private Map<String, Object> resident(String name, String relation) {
    Map<String, Object> values = Town.floating(name, number());
    for (String own : List.of("inflow_reason", "inflow_date", "from_place", "residence_type")) {
      values.remove(own);
    }
    values.put("household_no", "330282000077");
    values.put("relation_to_head", relation);
    values.put("household_consistent", "01");
    return values;
  }

  // ---- lists

  @Test
  void findsByNameReadingNumberPhoneAndAddress() {
    String number = number();
    Map<String, Object> typed = Town.floating("曾祎珺", number);
    typed.put("phone", "13957488123");
    typed.put("residence_address", "镇北路甲字88号");
    UUID id = RecordId.next();
    town().save(town().near, FLOATING, id, 0, Town.NEAR, typed);
    for (Caller caller : List.of(town().near, town().town)) {
      for (String text : List.of("曾祎", "曾祎珺", "zyj", "ZYJ", number, "13957488123", "镇北路甲字", "zy")) {
        assertThat(town().records.query(caller, FLOATING, Query.all().withText(text)).rows())
            .as(text)
            .extracting(Record::id)
            .contains(id);
      }
      for (String text : List.of("祎珺", number.substring(0, 14), "1395748", "甲字88")) {
        assertThat(town().records.query(caller, FLOATING, Query.all().withText(text)).rows())
            .as(text)
            .extracting(Record::id)
            .doesNotContain(id);
      }
    }
  }

  @Test
  void walksEveryListOnceWhateverItsOrder() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 47; i++) {
      Caller caller = i % 3 == 0 ? town().far : town().near;
      Map<String, Object> typed =
          Town.floating(
              i % 5 == 0 ? "翻页甲" : "翻页" + (char) ('一' + i),
              number(),
              caller.account().area() + "001");
      typed.put("residence_address", "翻页路" + i % 4);
      typed.put("occupation_class", "40000");
      UUID id = RecordId.next();
      town().save(caller, FLOATING, id, 0, caller.account().area(), typed);
      all.add(id);
    }
    Query byText = Query.all().withText("翻页");
    List<Query> queries =
        Stream.of(
                byText,
                new Query("翻页", List.of(), "name", false, Optional.empty(), 7, false),
                new Query("翻页", List.of(), "name", true, Optional.empty(), 7, false),
                new Query("翻页", List.of(), "birth_date", false, Optional.empty(), 7, false),
                new Query("翻页", List.of(), "birth_date", true, Optional.empty(), 7, false))
            .toList();
    for (Query query : queries) {
      assertThat(walk(town().town, query, 7))
          .as("%s", query)
          .containsExactlyInAnyOrderElementsOf(all);
      Set<UUID> near = new HashSet<>(walk(town().near, query, 5));
      Set<UUID> far = new HashSet<>(walk(town().far, query, 5));
      assertThat(near).hasSize(31).doesNotContainAnyElementsOf(far);
      assertThat(far).hasSize(16);
    }
    List<UUID> newest = walk(town().town, Query.all(), 9);
    assertThat(newest)
        .hasSize((int) town().records.count(town().town, FLOATING, Query.all()))
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(UUID::toString).reversed());
  }

  @Test
  void keepsItsPlaceInAListWhileOthersRegister() {
    for (int i = 0; i < 6; i++) {
      town().addFloating(town().near, "插队" + (char) ('一' + i), number());
    }
    Query query = new Query("插队", List.of(), "", true, Optional.empty(), 3, false);
    Page<Record> first = town().records.query(town().town, FLOATING, query);
    town().addFloating(town().near, "插队人", number());
    Page<Record> second =
        town().records.query(town().town, FLOATING, query.from(first.next().orElseThrow()));
    assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
  }

  @Test
  void refusesAMarkThatWasMadeUp() {
    for (String mark : List.of("", "x", "AAAA", "MTIKCg", "LTEKCg", "-5")) {
      assertProblem(
          () -> town().records.query(town().near, FLOATING, Query.all().from(mark)),
          ProblemCode.MALFORMED);
    }
  }

  @Test
  void narrowsListsByFilters() {
    Map<String, Object> typed = Town.floating("筛选人", number());
    typed.put("residence_type", "05");
    typed.put("inflow_date", LocalDate.of(2021, 7, 1));
    UUID id = RecordId.next();
    town().save(town().near, FLOATING, id, 0, Town.NEAR, typed);
    List<List<Filter>> hits =
        List.of(
            List.of(new Filter("residence_type", Filter.Operator.IS, List.of("05", "06"))),
            List.of(
                new Filter("inflow_date", Filter.Operator.FROM, List.of(LocalDate.of(2021, 7, 1))),
                new Filter("inflow_date", Filter.Operator.TO, List.of(LocalDate.of(2021, 7, 1)))),
            List.of(new Filter("area", Filter.Operator.UNDER, List.of(Town.TOWN))),
            List.of(new Filter("grid", Filter.Operator.IS, List.of(Town.NEAR_GRID))),
            List.of(new Filter("from_place", Filter.Operator.UNDER, List.of("3412"))),
            List.of(new Filter("incomplete", Filter.Operator.IS, List.of(false))),
            List.of(new Filter("grid", Filter.Operator.PRESENT, List.of())));
    for (List<Filter> filters : hits) {
      assertThat(walk(town().town, Query.all().withFilters(filters), 50))
          .as("%s", filters)
          .contains(id);
    }
    List<List<Filter>> misses =
        List.of(
            List.of(new Filter("residence_type", Filter.Operator.IS, List.of("01"))),
            List.of(new Filter("inflow_date", Filter.Operator.FROM, List.of(TODAY))),
            List.of(new Filter("incomplete", Filter.Operator.IS, List.of(true))),
            List.of(new Filter("from_place", Filter.Operator.UNDER, List.of("33"))),
            List.of(new Filter("grid", Filter.Operator.EMPTY, List.of())));
    for (List<Filter> filters : misses) {
      assertThat(walk(town().town, Query.all().withFilters(filters), 50))
          .as("%s", filters)
          .doesNotContain(id);
    }
    assertProblem(
        () ->
            town()
                .records
                .query(
                    town().near,
                    FLOATING,
                    Query.all()
                        .withFilters(
                            List.of(new Filter("nation", Filter.Operator.IS, List.of("01"))))),
        ProblemCode.MALFORMED);
  }

  // ---- many at once

  @Test
  void savesManyRowsAndTellsWhatBecameOfEach() {
    String taken = number();
    UUID known = town().addFloating(town().near, "已登记", taken);
    String elsewhere = number();
    town().addFloating(town().far, "在别村", elsewhere);
    String twice = number();
    UUID importId = RecordId.next();
    List<BulkRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(
          row(
              importId,
              i + 1,
              RecordId.next(),
              0,
              Town.floating("批量" + (char) ('一' + i), number())));
    }
    Map<String, Object> incomplete = Town.floating("缺项人", number());
    incomplete.remove("education");
    rows.add(row(importId, 41, RecordId.next(), 0, incomplete));
    rows.add(row(importId, 42, RecordId.next(), 0, Town.floating("第一次", twice)));
    rows.add(row(importId, 43, RecordId.next(), 0, Town.floating("第二次", twice)));
    rows.add(row(importId, 44, RecordId.next(), 0, Town.floating("在别村", elsewhere)));
    rows.add(row(importId, 45, known, 1, Town.floating("已登记", taken)));
    rows.add(
        row(
            importId,
            46,
            RecordId.next(),
            0,
            Town.floating("坏号码", taken.replaceFirst("....$", "0000"))));

    List<Outcome> rehearsed = town().records.rehearse(town().near, FLOATING, rows);
    long before = town().records.count(town().near, FLOATING, Query.all());
    List<Outcome> outcomes =
        town().store.write(tx -> town().records.saveAll(tx, town().near, FLOATING, rows));
    assertThat(outcomes)
        .extracting(Outcome::kind)
        .isEqualTo(rehearsed.stream().map(Outcome::kind).toList());
    assertThat(outcomes.subList(0, 42)).allMatch(outcome -> outcome.kind() == Outcome.Kind.CREATE);
    assertThat(outcomes.get(42).refusal().code()).isEqualTo(ProblemCode.DUPLICATE);
    assertThat(outcomes.get(43).refusal().arguments())
        .containsEntry("place", "掌起镇" + Town.FAR_NAME);
    assertThat(outcomes.get(44).kind()).isEqualTo(Outcome.Kind.SAME);
    assertThat(outcomes.get(45).kind()).isEqualTo(Outcome.Kind.REFUSE);
    assertThat(outcomes.get(45).findings()).extracting(Finding::field).contains("id_number");
    assertThat(town().records.count(town().near, FLOATING, Query.all())).isEqualTo(before + 42);
    Record half = town().records.read(town().near, FLOATING, rows.get(40).id());
    assertThat(half.incomplete()).isTrue();
    assertThat(town().records.history(town().near, FLOATING, rows.getFirst().id())).hasSize(1);
    assertThat(town().records.query(town().near, FLOATING, Query.all().withText("plyyi")).rows())
        .isEmpty();
    assertThat(town().records.query(town().near, FLOATING, Query.all().withText("批量一")).rows())
        .hasSize(1);
  }

  @Test
  void keepsNothingOfManyRowsWhenTheTransactionIsGivenUp() {
    List<BulkRow> rows =
        List.of(
            row(RecordId.next(), 1, RecordId.next(), 0, Town.floating("撤回一", number())),
            row(RecordId.next(), 2, RecordId.next(), 0, Town.floating("撤回二", number())));
    assertThatThrownBy(
            () ->
                town()
                    .store
                    .write(
                        tx -> {
                          town().records.saveAll(tx, town().near, FLOATING, rows);
                          throw new Problem(ProblemCode.INTERNAL);
                        }))
        .isInstanceOf(Problem.class);
    assertThat(town().records.query(town().near, FLOATING, Query.all().withText("撤回")).rows())
        .isEmpty();
  }

  @Test
  void tellsAnImportWhoIsKnownWithoutTellingMoreThanItMay() {
    String mine = number();
    String theirs = number();
    UUID id = town().addFloating(town().near, "本村人", mine);
    town().addFloating(town().far, "外村人", theirs);
    Map<String, Known> known =
        town()
            .store
            .read(
                tx ->
                    town()
                        .records
                        .known(
                            tx,
                            town().near,
                            FLOATING,
                            "id_number",
                            null,
                            List.of(mine, theirs, number())));
    assertThat(known).hasSize(2);
    assertThat(known.get(mine).id()).isEqualTo(id);
    assertThat(known.get(mine).version()).isEqualTo(1);
    assertThat(known.get(mine).type()).isEqualTo(FLOATING);
    assertThat(known.get(theirs).id()).isNull();
    assertThat(known.get(theirs).title()).doesNotContain("外村人", theirs);
  }

  @Test
  void setsWhatAWorkflowDecidesWithItsHistory() {
    UUID id = town().addFloating(town().near, "流程人", number());
    Record after =
        town()
            .store
            .write(
                tx ->
                    town()
                        .records
                        .set(
                            tx,
                            town().near,
                            "person",
                            id,
                            1,
                            Values.of(Map.of("population_type", "40")),
                            "reclassify",
                            "依据通知"));
    assertThat(after.version()).isEqualTo(2);
    assertThat(town().records.history(town().near, "person", id).getFirst())
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo("reclassify");
              assertThat(change.reason()).isEqualTo("依据通知");
            });
    assertProblem(
        () ->
            town()
                .store
                .write(
                    tx ->
                        town()
                            .records
                            .set(
                                tx,
                                town().near,
                                "person",
                                id,
                                2,
                                Values.of(Map.of("name", "x")),
                                "x",
                                "")),
        ProblemCode.MALFORMED);
  }

  // ---- parts

  private List<UUID> walk(Caller caller, Query query, int limit) {
    List<UUID> ids = new ArrayList<>();
    Optional<String> mark = Optional.empty();
    do {
      Page<Record> page =
          town()
              .records
              .query(
                  caller,
                  FLOATING,
                  new Query(
                      query.text(),
                      query.filters(),
                      query.sort(),
                      query.descending(),
                      mark,
                      limit,
                      query.cancelled()));
      page.rows().forEach(row -> ids.add(row.id()));
      mark = page.next();
    } while (mark.isPresent());
    return ids;
  }

  private static BulkRow row(
      UUID importId, int number, UUID id, long version, Map<String, Object> values) {
    return new BulkRow(
        id,
        new SaveOrder(
            null, version, Town.NEAR, Values.of(values), true, Origin.of(importId, number)));
  }

  private static Map<String, Object> house(String address, String grid) {
    Map<String, Object> values = new HashMap<>();
    values.put("address", address);
    values.put("floor_no", 1L);
    values.put("door_no", "101");
    values.put("owner_name", "房主甲");
    values.put("owner_doc_number", number());
    values.put("owner_phone", "13857400002");
    values.put("hazard", List.of("01"));
    values.put("grid", grid);
    return values;
  }

  private static String number() {
    return Town.number(BIRTH, SEQUENCE.getAndIncrement());
  }

  private static List<Object> together(List<Callable<Object>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Object>> futures =
          calls.stream()
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            try {
                              return call.call();
                            } catch (Problem problem) {
                              return problem;
                            }
                          }))
              .toList();
      List<Object> results = new ArrayList<>();
      for (Future<Object> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  private static void assertNotFound(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND);
              assertThat(problem.arguments()).as("nothing tells one case from the other").isEmpty();
            });
  }

  private static void assertProblem(ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
