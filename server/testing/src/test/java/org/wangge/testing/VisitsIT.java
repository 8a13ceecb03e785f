package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.AccountSave;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.VisitDue;
import org.wangge.wire.VisitDuty;
import org.wangge.wire.VisitDutySave;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/** Who is to be visited by when; all days below are reckoned by hand from 2026-11-02. */
class VisitsIT {
  private static final String A = TestServer.VILLAGE_A;
  private static final String GRID = A + "001";
  private static final String PASSWORD = "Qing-shan-59-lu";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private TestServer server;
  private TestClient operator;
  private Record worker;

  @BeforeEach
  void prepare() {
    server =
        TestServer.start(settings -> settings, TestClock.at(LocalDateTime.of(2026, 11, 2, 9, 0)));
    operator = server.client(TestAccount.OPERATOR_A);
    worker =
        register(
            "grid_worker",
            "name",
            "戚国栋",
            "mobile",
            "13857401234",
            "sex",
            "1",
            "role",
            "05",
            "full_time",
            "01",
            "start_date",
            LocalDate.of(2025, 1, 1),
            "grid",
            GRID);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> values(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private Record register(String type, Object... pairs) {
    return Sample.register(operator, type, A, values(pairs));
  }

  private Record belonging(String type, Object... pairs) {
    return Sample.register(operator, type, null, values(pairs));
  }

  private Record person(String name) {
    return Sample.register(operator, A, name, Sample.idNumber());
  }

  private void elderly(Record person, int month, int day) {
    belonging(
        "elderly",
        "person",
        person.id(),
        "elderly_type",
        "01",
        "living",
        "01",
        "self_care",
        "01",
        "health",
        "10",
        "joined_date",
        LocalDate.of(2026, month, day),
        "responsible",
        worker.id(),
        "contact_name",
        "曾大海",
        "contact_phone",
        "13857405678",
        "income_source",
        "01");
  }

  private void leftBehind(Record person, int month, int day) {
    belonging(
        "left_behind",
        "person",
        person.id(),
        "left_type",
        "02",
        "health",
        "10",
        "joined_date",
        LocalDate.of(2026, month, day),
        "responsible",
        worker.id());
  }

  private void visit(Record person, int month, int day) {
    register(
        "visit_record",
        "person",
        person.id(),
        "visit_date",
        LocalDate.of(2026, month, day),
        "visit_way",
        "01",
        "visitor",
        worker.id(),
        "met_person",
        true,
        "grid",
        GRID,
        "situation",
        "身体尚好，家里安全。");
  }

  /** Five people in grid 001, see each line. */
  private Map<String, Record> people() {
    Map<String, Record> people = new LinkedHashMap<>();
    for (String name : List.of("甲大爷", "乙大爷", "丙大爷", "丁大娘", "戊大嫂")) {
      people.put(name, person(name));
    }
    elderly(people.get("甲大爷"), 1, 10); // monthly, visited 10-05: until 11-05
    visit(people.get("甲大爷"), 9, 1);
    visit(people.get("甲大爷"), 10, 5);
    elderly(people.get("乙大爷"), 3, 1); // monthly, visited 09-20: until 10-20
    visit(people.get("乙大爷"), 9, 20);
    elderly(people.get("丙大爷"), 10, 20); // monthly, never visited: until 11-20
    elderly(people.get("丁大娘"), 2, 1); // monthly and quarterly, visited 10-25: until 11-25
    leftBehind(people.get("丁大娘"), 2, 1);
    visit(people.get("丁大娘"), 10, 25);
    leftBehind(people.get("戊大嫂"), 8, 2); // quarterly, never visited: until 11-02, today
    return people;
  }

  private static VisitsDue due(TestClient client, String query) {
    return client.get(Paths.VISITS_DUE + query).as(VisitsDue.class);
  }

  private static List<VisitRate> rates(TestClient client, String month) {
    return client.get(Paths.VISIT_RATES + "?month=" + month).asList(VisitRate.class);
  }

  @Test
  void whoIsToBeVisitedStandsInTheOrderOfTheLastDay() {
    Map<String, Record> people = people();

    VisitsDue list = due(operator, "");

    assertThat(list.day()).isEqualTo(TODAY);
    assertThat(list.total()).isEqualTo(4);
    assertThat(list.rows())
        .extracting(VisitDue::name, VisitDue::due, VisitDue::state, VisitDue::lastVisit)
        .containsExactly(
            Tuple.tuple("乙大爷", LocalDate.of(2026, 10, 20), "overdue", LocalDate.of(2026, 9, 20)),
            Tuple.tuple("戊大嫂", TODAY, "soon", null),
            Tuple.tuple("甲大爷", LocalDate.of(2026, 11, 5), "soon", LocalDate.of(2026, 10, 5)),
            Tuple.tuple("丙大爷", LocalDate.of(2026, 11, 20), "waiting", null));
    VisitDue first = list.rows().getFirst();
    assertThat(first.kind()).isEqualTo("person");
    assertThat(first.id()).isEqualTo(people.get("乙大爷").id());
    assertThat(first.grid()).isEqualTo(GRID);
    assertThat(first.categories()).containsExactly("0301");
    assertThat(first.responsible()).isEqualTo(worker.id());
    assertThat(due(operator, "?state=visited").rows())
        .extracting(VisitDue::name, VisitDue::due, VisitDue::categories)
        .containsExactly(Tuple.tuple("丁大娘", LocalDate.of(2026, 11, 25), List.of("0301", "0304")));
    assertThat(due(operator, "?state=overdue").total()).isEqualTo(1);
    assertThat(due(operator, "?place=" + GRID).total()).isEqualTo(4);
    assertThat(due(operator, "?place=" + A + "002").total()).isZero();
    assertThat(operator.get(Paths.VISITS_DUE + "?state=late").status()).isEqualTo(400);
    assertThat(due(server.client(TestAccount.OPERATOR_B), "").total()).isZero();
    assertThat(due(server.client(TestAccount.GRID_WORKER_A), "").total()).isEqualTo(4);
    assertThat(due(server.client(TestAccount.TOWN_LEADER), "").rows().getFirst().name())
        .doesNotContain("大爷");

    visit(people.get("乙大爷"), 11, 2);

    assertThat(due(operator, "").rows())
        .extracting(VisitDue::name)
        .containsExactly("戊大嫂", "甲大爷", "丙大爷");
  }

  @Test
  void theRateCountsWhoHadToBeVisitedAndNoNewcomer() {
    people();

    // By 10-31: 甲 and 丁 in time, 乙 late; 丙 and 戊 have never had to be visited.
    assertThat(rates(operator, "2026-10"))
        .containsExactly(
            new VisitRate(A, "", 3, 2, new BigDecimal("66.67"), 0, 0, null),
            new VisitRate(A, GRID, 3, 2, new BigDecimal("66.67"), 0, 0, null));
    // By 09-30: 乙 visited on 09-20, 甲 on 09-01, 丁 never since 02-01.
    assertThat(rates(operator, "2026-09"))
        .contains(new VisitRate(A, "", 3, 2, new BigDecimal("66.67"), 0, 0, null));
    // By 07-31 nobody had been visited: 甲, 乙 and 丁 late.
    assertThat(rates(operator, "2026-07"))
        .contains(new VisitRate(A, "", 3, 0, new BigDecimal("0.00"), 0, 0, null));
    assertThat(rates(operator, "2026-12")).isEmpty();
    assertThat(rates(server.client(TestAccount.OPERATOR_B), "2026-10")).isEmpty();
    assertThat(operator.get(Paths.VISIT_RATES).status()).isEqualTo(400);
  }

  @Test
  void aVisitToAMemberIsOneToTheHousehold() {
    Record head = person("己当家");
    Record house =
        register(
            "house",
            "address",
            "溪边20号",
            "floor_no",
            1,
            "door_no",
            "1",
            "house_status",
            "01",
            "grid",
            GRID,
            "owner_name",
            "己当家",
            "owner_doc_type",
            "111",
            "owner_doc_number",
            Sample.idNumber(),
            "owner_phone",
            "13857400009",
            "hazard",
            List.of("00"));
    Record household =
        register(
            "household",
            "household_no",
            "H20",
            "household_type",
            "01",
            "head_name",
            "己当家",
            "head",
            head.id(),
            "house",
            house.id(),
            "address",
            "溪边20号",
            "domicile_place",
            A,
            "member_count",
            1,
            "at_home",
            1,
            "grid",
            GRID);
    belonging(
        "household_member",
        "household",
        household.id(),
        "person",
        head.id(),
        "relation_to_head",
        "02",
        "member_kind",
        "01",
        "joined_date",
        LocalDate.of(2020, 1, 1));
    assertThat(due(operator, "").rows())
        .extracting(VisitDue::kind, VisitDue::name, VisitDue::due, VisitDue::categories)
        .containsExactly(Tuple.tuple("household", "己当家", LocalDate.of(2027, 11, 2), List.of()));
    belonging(
        "hardship_family",
        "household",
        household.id(),
        "hardship_type",
        "01",
        "help_reason",
        "01",
        "family_count",
        1,
        "covered_count",
        1,
        "start_date",
        LocalDate.of(2026, 9, 1),
        "joined_date",
        LocalDate.of(2026, 9, 1),
        "responsible",
        worker.id());
    assertThat(due(operator, "").rows())
        .extracting(VisitDue::due, VisitDue::state, VisitDue::categories)
        .containsExactly(Tuple.tuple(LocalDate.of(2026, 10, 1), "overdue", List.of("0303")));

    visit(head, 10, 12);

    assertThat(due(operator, "").total()).isZero();
    assertThat(due(operator, "?state=visited").rows())
        .extracting(VisitDue::due, VisitDue::lastVisit)
        .containsExactly(Tuple.tuple(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 10, 12)));
    assertThat(rates(operator, "2026-10"))
        .contains(new VisitRate(A, "", 0, 0, null, 1, 1, new BigDecimal("100.00")));
  }

  @Test
  void aCategoryIsKnownToThoseWhoWereGrantedIt() {
    Record patient = person("庚小弟");
    TestClient granted = granted();
    Sample.register(
        granted,
        "psych_person",
        null,
        values(
            "person", patient.id(),
            "joined_date", LocalDate.of(2026, 3, 1),
            "basis_document", "镇卫生院通知第3号",
            "responsible", worker.id(),
            "economic", "02",
            "low_income", false,
            "guardian_name", "庚父",
            "guardian_phone", "13857405678",
            "diagnosis", "01",
            "incident_history", false,
            "risk_level", "01",
            "treatment", "02"));

    assertThat(due(operator, "").total()).isZero();
    assertThat(rates(operator, "2026-10")).isEmpty();
    assertThat(due(granted, "").rows())
        .extracting(VisitDue::name, VisitDue::due, VisitDue::state, VisitDue::categories)
        .containsExactly(Tuple.tuple("庚小弟", LocalDate.of(2026, 4, 1), "overdue", List.of("0103")));
  }

  private TestClient granted() {
    server
        .client(TestAccount.SYSTEM_ADMINISTRATOR)
        .post(
            Paths.ACCOUNTS,
            new AccountSave(
                UUID.randomUUID(),
                "care-a",
                "专人",
                "village-operator",
                A,
                true,
                "Chushi-83-mima",
                Set.of("special_groups")));
    TestClient client = server.client();
    client = client.withToken(client.signIn("care-a", "Chushi-83-mima").token());
    client.post(Paths.PASSWORD, new PasswordChange("Chushi-83-mima", PASSWORD));
    return client.withToken(client.signIn("care-a", PASSWORD).token());
  }

  @Test
  void aNewDutyCountsFromItsFirstDayAndLeavesTheMonthsBefore() {
    people();
    TestClient town = server.client(TestAccount.TOWN_OPERATOR);
    VisitDutySave wish = new VisitDutySave(RecordId.next(), "0301", "quarter", TODAY);

    VisitDuty duty = town.post(Paths.VISIT_DUTIES, wish).as(VisitDuty.class);

    assertThat(duty).isEqualTo(new VisitDuty("0301", "老年人", "quarter", TODAY, true));
    assertThat(town.post(Paths.VISIT_DUTIES, wish).as(VisitDuty.class)).isEqualTo(duty);
    assertThat(town.get(Paths.VISIT_DUTIES).asList(VisitDuty.class))
        .hasSize(13)
        .contains(new VisitDuty("0301", "老年人", "month", LocalDate.of(2000, 1, 1), false))
        .contains(new VisitDuty("household", "户", "year", LocalDate.of(2000, 1, 1), true));
    // 乙: 09-20 and three months.
    assertThat(due(operator, "?state=visited").rows())
        .extracting(VisitDue::name, VisitDue::due)
        .contains(Tuple.tuple("乙大爷", LocalDate.of(2026, 12, 20)));
    assertThat(rates(operator, "2026-10"))
        .contains(new VisitRate(A, "", 3, 2, new BigDecimal("66.67"), 0, 0, null));
  }

  @Test
  void aDutyThatCannotStandIsRefusedWithASentence() {
    TestClient town = server.client(TestAccount.TOWN_OPERATOR);

    Reply past = town.post(Paths.VISIT_DUTIES, duty("0301", "month", TODAY.minusDays(1)));
    Reply window = town.post(Paths.VISIT_DUTIES, duty("0301", "week", TODAY));
    Reply category = town.post(Paths.VISIT_DUTIES, duty("0777", "month", TODAY));

    assertThat(List.of(past.status(), window.status(), category.status())).containsOnly(422);
    assertThat(sentence(past)).contains("开始日期不能早于今天");
    assertThat(sentence(window)).contains("走访周期只能选");
    assertThat(sentence(category)).contains("没有“0777”这个人员类别");
    assertThat(town.get(Paths.VISIT_DUTIES).asList(VisitDuty.class)).hasSize(12);
  }

  private static String sentence(Reply refused) {
    return refused.problem().findings().getFirst().wording();
  }

  private static VisitDutySave duty(String category, String window, LocalDate from) {
    return new VisitDutySave(RecordId.next(), category, window, from);
  }
}
