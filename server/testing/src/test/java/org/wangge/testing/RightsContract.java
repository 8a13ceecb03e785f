package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.server.http.Route;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.Cancel;
import org.wangge.wire.Check;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.EventAct;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportAnswers;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.Job;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnFieldSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Saved;
import org.wangge.wire.SignIn;
import org.wangge.wire.VisitDutySave;

/** Every route is tried by nobody and by every post; the expected answers stand below by hand. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RightsContract {
  /**
   * What each post is answered. {@code ok} = done, {@code .} = forbidden, {@code ?} = not signed
   * in, {@code nf} = not found, {@code oa} = out of area, {@code st} = stale version (so the act
   * was let in), {@code pp} = password policy (so the change was let in).
   *
   * <p>no = nobody, oA and oB = operators of the two villages, gw = grid worker, gl = grid leader,
   * se = secretary of the first village, to = town operator, td = town department, tl = town
   * leader, co = county, sa = system administrator, sc = security administrator, au = auditor. Ids
   * are of records of the first village, of an import and of jobs of its operator.
   */
  private static final String EXPECTED =
      """
      route                                          no oA oB gw gl se to td tl co sa sc au
      GET    /api/v1/health                          ok ok ok ok ok ok ok ok ok ok ok ok ok
      GET    /api/v1/openapi.json                    ok ok ok ok ok ok ok ok ok ok ok ok ok
      POST   /control                                ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?  ?
      POST   /api/v1/session                         ok ok ok ok ok ok ok ok ok ok ok ok ok
      GET    /api/v1/session                         ?  ok ok ok ok ok ok ok ok ok ok ok ok
      DELETE /api/v1/session                         ?  ok ok ok ok ok ok ok ok ok ok ok ok
      POST   /api/v1/session/password                ?  pp pp pp pp pp pp pp pp pp pp pp pp
      GET    /api/v1/catalogue                       ?  ok ok ok ok ok ok ok ok ok ok ok ok
      GET    /api/v1/areas                           ?  ok ok ok ok ok ok ok ok ok ok ok ok
      GET    /api/v1/code-lists                      ?  .  .  .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/code-lists/{type}               ?  .  .  .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/code-lists                      ?  .  .  .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/own-types                       ?  .  .  .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/own-types                       ?  .  .  .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/own-fields                      ?  .  .  .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/own-fields                      ?  .  .  .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/records/{type}/query            ?  ok ok ok ok ok ok .  ok ok .  .  .
      POST   /api/v1/records/{type}/check            ?  ok oa .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/records/{type}/{id}             ?  ok nf ok ok ok ok .  ok ok .  .  .
      PUT    /api/v1/records/{type}/{id}             ?  ok oa .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/records/{type}/{id}/cancel      ?  ok nf .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/records/{type}/{id}/restore     ?  ok nf .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/records/{type}/{id}/history     ?  ok nf ok ok ok ok .  ok ok .  .  .
      GET    /api/v1/records/{type}/{id}/related     ?  ok nf ok ok ok ok .  ok ok .  .  .
      POST   /api/v1/records/{type}/{id}/reveal      ?  ok nf .  .  ok ok .  .  .  .  .  .
      GET    /api/v1/events/{id}                     ?  ok nf ok ok ok ok ok ok ok .  .  .
      POST   /api/v1/events/{id}/acts                ?  st nf st st st st st st .  .  .  .
      GET    /api/v1/visits/due                      ?  ok ok ok ok ok ok .  ok ok .  .  .
      GET    /api/v1/visits/rates                    ?  ok ok ok ok ok ok .  ok ok .  .  .
      GET    /api/v1/visits/duties                   ?  .  .  .  .  .  ok .  .  .  .  .  .
      POST   /api/v1/visits/duties                   ?  .  .  .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/bulletins                       ?  ok ok .  .  ok ok ok ok ok .  .  .
      POST   /api/v1/bulletins                       ?  .  .  .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/bulletins/{month}               ?  ok ok .  .  ok ok ok ok ok .  .  .
      GET    /api/v1/bulletins/{month}/{format}      ?  ok ok .  .  ok ok ok ok ok .  .  .
      POST   /api/v1/imports                         ?  ok ok .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/imports/{id}                    ?  ok nf .  .  .  nf .  .  .  .  .  .
      GET    /api/v1/imports/{id}/rows               ?  ok nf .  .  .  nf .  .  .  .  .  .
      GET    /api/v1/imports/{id}/questions          ?  ok nf .  .  .  nf .  .  .  .  .  .
      POST   /api/v1/imports/{id}/questions          ?  ok nf .  .  .  nf .  .  .  .  .  .
      POST   /api/v1/imports/{id}/commit             ?  ok nf .  .  .  nf .  .  .  .  .  .
      GET    /api/v1/imports/{id}/refused            ?  ok nf .  .  .  nf .  .  .  .  .  .
      POST   /api/v1/exports                         ?  ok ok .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/templates/{type}                ?  ok ok .  .  .  ok .  .  .  .  .  .
      GET    /api/v1/jobs/{id}                       ?  ok nf nf nf nf nf nf nf nf nf nf nf
      DELETE /api/v1/jobs/{id}                       ?  ok nf nf nf nf nf nf nf nf nf nf nf
      GET    /api/v1/accounts                        ?  .  .  .  .  .  .  .  .  .  ok .  .
      POST   /api/v1/accounts                        ?  .  .  .  .  .  .  .  .  .  ok .  .
      PUT    /api/v1/accounts/{id}                   ?  .  .  .  .  .  .  .  .  .  ok .  .
      GET    /api/v1/audit                           ?  .  .  .  .  .  .  .  .  .  .  .  ok
      """;

  private static final Map<String, TestAccount> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("no", null);
    COLUMNS.put("oA", TestAccount.OPERATOR_A);
    COLUMNS.put("oB", TestAccount.OPERATOR_B);
    COLUMNS.put("gw", TestAccount.GRID_WORKER_A);
    COLUMNS.put("gl", TestAccount.GRID_LEADER_A);
    COLUMNS.put("se", TestAccount.SECRETARY_A);
    COLUMNS.put("to", TestAccount.TOWN_OPERATOR);
    COLUMNS.put("td", TestAccount.TOWN_DEPARTMENT);
    COLUMNS.put("tl", TestAccount.TOWN_LEADER);
    COLUMNS.put("co", TestAccount.COUNTY);
    COLUMNS.put("sa", TestAccount.SYSTEM_ADMINISTRATOR);
    COLUMNS.put("sc", TestAccount.SECURITY_ADMINISTRATOR);
    COLUMNS.put("au", TestAccount.AUDITOR);
  }

  private static final String TYPE = "floating_person";
  private static final YearMonth MONTH = YearMonth.of(2026, 10);

  private TestServer server;
  private TestClient town;
  private Map<TestAccount, TestClient> clients;
  private Record person;
  private Record event;
  private Job importJob;
  private UUID importId;
  private AccountRow spare;

  /** Starts the server in the mode that is to be tried. */
  abstract TestServer start(TestClock clock) throws Exception;

  /** Ends what the mode needs. */
  void afterwards() throws Exception {}

  @BeforeAll
  final void prepare() throws Exception {
    server = start(TestClock.at(LocalDateTime.of(2026, 11, 2, 9, 0)));
    clients = new EnumMap<>(TestAccount.class);
    for (TestAccount account : TestAccount.values()) {
      clients.put(account, server.client(account));
    }
    town = clients.get(TestAccount.TOWN_OPERATOR);
    TestClient operator = clients.get(TestAccount.OPERATOR_A);
    person = Sample.register(operator, TestServer.VILLAGE_A, "曾小雨", Sample.idNumber());
    event =
        Sample.register(
            operator, "event", TestServer.VILLAGE_A, Sample.event(TestServer.VILLAGE_A, "排水口角调解"));
    importJob = operator.await(importFile(operator).as(Job.class));
    assertThat(importJob.state()).as(importJob.problem()).isEqualTo("done");
    importId = UUID.fromString(importJob.result());
    Job bulletin =
        town.await(
            town.post(
                    Paths.BULLETINS,
                    new BulletinOrder(RecordId.next(), MONTH, TestServer.TOWN, false))
                .as(Job.class));
    assertThat(bulletin.state()).as(bulletin.problem()).isEqualTo("done");
    spare =
        clients
            .get(TestAccount.SYSTEM_ADMINISTRATOR)
            .post(Paths.ACCOUNTS, account("spare"))
            .as(AccountRow.class);
  }

  @AfterAll
  final void stop() throws Exception {
    server.close();
    afterwards();
  }

  private AccountSave account(String name) {
    return new AccountSave(
        RecordId.next(),
        name,
        "备用",
        "village-operator",
        TestServer.VILLAGE_A,
        true,
        "Chushi-83-mima");
  }

  private Reply importFile(TestClient client) {
    String csv =
        """
        姓名,证件号码,联系方式,流入原因,流入时间,登记日期
        吴小明,%s,13857400002,务工,2026-01-05,2026-01-06
        钱小红,339999198805201119,13857400003,务工,2026-01-05,2026-01-06
        """
            .formatted(Sample.idNumber());
    return client.raw(
        "POST",
        Paths.IMPORTS
            + "?name=floating.csv&type=floating_person&village="
            + TestServer.VILLAGE_A
            + "&requestId="
            + RecordId.next(),
        csv.getBytes(StandardCharsets.UTF_8));
  }

  private Record fresh() {
    return Sample.register(town, TestServer.VILLAGE_A, "曾新来", Sample.idNumber());
  }

  private static Cancel cancel() {
    return new Cancel(RecordId.next(), 1, LocalDate.of(2026, 11, 1), "03", "");
  }

  private static String act(Record record, String act) {
    return record(TYPE, record.id()) + "/" + act;
  }

  /** One request per route, each time with data of its own where it changes something. */
  private Map<String, Function<TestClient, Reply>> probes() {
    Map<String, Function<TestClient, Reply>> probes = new LinkedHashMap<>();
    probes.put("GET /api/v1/health", client -> client.get(Paths.HEALTH));
    probes.put("GET /api/v1/openapi.json", client -> client.get(Paths.OPENAPI));
    probes.put(
        "POST /control",
        client -> client.json("POST", "/control", "{\"arguments\":[],\"directory\":\"/\"}"));
    probes.put(
        "POST /api/v1/session",
        client -> client.post(Paths.SESSION, new SignIn("cun-a", TestAccount.PASSWORD, "pc")));
    probes.put("GET /api/v1/session", client -> client.get(Paths.SESSION));
    probes.put(
        "DELETE /api/v1/session",
        client -> {
          if (client.token().isEmpty()) {
            return client.delete(Paths.SESSION);
          }
          String account = client.get(Paths.SESSION).as(org.wangge.wire.Session.class).account();
          TestClient another = server.client();
          another.signIn(account, TestAccount.PASSWORD);
          return another.delete(Paths.SESSION);
        });
    probes.put(
        "POST /api/v1/session/password",
        client ->
            client.post(
                Paths.PASSWORD, new PasswordChange(TestAccount.PASSWORD, TestAccount.PASSWORD)));
    probes.put("GET /api/v1/catalogue", client -> client.get(Paths.CATALOGUE));
    probes.put("GET /api/v1/areas", client -> client.get(Paths.AREAS));
    probes.put(
        "POST /api/v1/records/{type}/query",
        client -> client.post(path(Paths.QUERY, TYPE), Query.all()));
    probes.put(
        "POST /api/v1/records/{type}/check",
        client ->
            client.post(
                path(Paths.CHECK, TYPE),
                new Check(TestServer.VILLAGE_A, RecordId.next(), Map.of("name", "曾小雨"))));
    probes.put("GET /api/v1/records/{type}/{id}", client -> client.get(record(TYPE, person.id())));
    probes.put(
        "PUT /api/v1/records/{type}/{id}",
        client ->
            client.put(
                record(TYPE, RecordId.next()),
                Sample.fresh(
                    TestServer.VILLAGE_A,
                    Sample.floating(TestServer.VILLAGE_A, "曾新人", Sample.idNumber()))));
    probes.put(
        "POST /api/v1/records/{type}/{id}/cancel",
        client -> client.post(act(fresh(), "cancel"), cancel()));
    probes.put(
        "POST /api/v1/records/{type}/{id}/restore",
        client -> {
          Record record = fresh();
          long version =
              town.post(act(record, "cancel"), cancel()).as(Saved.class).record().version();
          return client.post(act(record, "restore"), new Restore(RecordId.next(), version, "登记错了"));
        });
    probes.put(
        "GET /api/v1/records/{type}/{id}/history", client -> client.get(act(person, "history")));
    probes.put(
        "POST /api/v1/records/{type}/{id}/reveal",
        client -> client.post(act(person, "reveal"), new Reveal(List.of("id_number"), "核对证件")));
    probes.put("GET /api/v1/events/{id}", client -> client.get(path(Paths.EVENT, event.id())));
    probes.put(
        "POST /api/v1/events/{id}/acts",
        client ->
            client.post(
                path(Paths.EVENT_ACTS, event.id()),
                new EventAct(RecordId.next(), 999, "report", "", "", "")));
    probes.put("GET /api/v1/bulletins", client -> client.get(Paths.BULLETINS));
    probes.put(
        "POST /api/v1/bulletins",
        client ->
            client.post(
                Paths.BULLETINS,
                new BulletinOrder(RecordId.next(), MONTH, TestServer.TOWN, false)));
    probes.put("GET /api/v1/bulletins/{month}", client -> client.get(path(Paths.BULLETIN, MONTH)));
    probes.put(
        "GET /api/v1/bulletins/{month}/{format}",
        client -> client.get(path(Paths.BULLETIN_FILE, MONTH, "xlsx")));
    probes.put("POST /api/v1/imports", this::importFile);
    probes.put("GET /api/v1/imports/{id}", client -> client.get(path(Paths.IMPORT, importId)));
    probes.put(
        "GET /api/v1/imports/{id}/rows", client -> client.get(path(Paths.IMPORT_ROWS, importId)));
    probes.put(
        "GET /api/v1/imports/{id}/questions",
        client -> client.get(path(Paths.IMPORT_QUESTIONS, importId)));
    probes.put(
        "POST /api/v1/imports/{id}/questions",
        client ->
            client.post(
                path(Paths.IMPORT_QUESTIONS, importId),
                new ImportAnswers(RecordId.next(), List.of(), Map.of())));
    probes.put(
        "POST /api/v1/imports/{id}/commit",
        client ->
            client.post(
                path(Paths.IMPORT_COMMIT, importId), new ImportCommit(RecordId.next(), false)));
    probes.put(
        "GET /api/v1/imports/{id}/refused",
        client -> client.get(path(Paths.IMPORT_REFUSED, importId)));
    probes.put(
        "POST /api/v1/exports",
        client ->
            client.post(
                Paths.EXPORTS, new ExportOrder(TYPE, Query.all(), List.of(), false, "月度核对")));
    probes.put("GET /api/v1/templates/{type}", client -> client.get(path(Paths.TEMPLATE, TYPE)));
    probes.put("GET /api/v1/jobs/{id}", client -> client.get(path(Paths.JOB, importJob.id())));
    probes.put(
        "DELETE /api/v1/jobs/{id}", client -> client.delete(path(Paths.JOB, importJob.id())));
    probes.put(
        "GET /api/v1/records/{type}/{id}/related",
        client -> client.get(path(Paths.RELATED, TYPE, person.id())));
    probes.put("GET /api/v1/accounts", client -> client.get(Paths.ACCOUNTS));
    probes.put("POST /api/v1/accounts", client -> client.post(Paths.ACCOUNTS, account("newcomer")));
    probes.put(
        "PUT /api/v1/accounts/{id}",
        client -> client.put(path(Paths.ACCOUNT, spare.id()), account("spare")));
    probes.put("GET /api/v1/code-lists", client -> client.get(Paths.CODE_LISTS));
    probes.put("GET /api/v1/code-lists/{type}", client -> client.get(path(Paths.CODE_LIST, "sex")));
    probes.put(
        "POST /api/v1/code-lists",
        client ->
            client.post(
                Paths.CODE_LISTS,
                new CodeListSave(RecordId.next(), "urgency", "", true, List.of())));
    probes.put("GET /api/v1/own-types", client -> client.get(Paths.OWN_TYPES));
    probes.put(
        "POST /api/v1/own-types",
        client ->
            client.post(
                Paths.OWN_TYPES,
                new OwnTypeSave(
                    RecordId.next(),
                    "特色",
                    new OwnTypeDraft("", 0, "", "古桥", List.of(ownField("桥名")), true))));
    probes.put("GET /api/v1/own-fields", client -> client.get(Paths.OWN_FIELDS));
    probes.put(
        "POST /api/v1/own-fields",
        client ->
            client.post(
                Paths.OWN_FIELDS, new OwnFieldSave(RecordId.next(), "household", ownField("院名"))));
    probes.put("GET /api/v1/visits/due", client -> client.get(Paths.VISITS_DUE));
    probes.put(
        "GET /api/v1/visits/rates", client -> client.get(Paths.VISIT_RATES + "?month=2026-10"));
    probes.put("GET /api/v1/visits/duties", client -> client.get(Paths.VISIT_DUTIES));
    probes.put(
        "POST /api/v1/visits/duties",
        client ->
            client.post(
                Paths.VISIT_DUTIES,
                new VisitDutySave(RecordId.next(), "0301", "quarter", LocalDate.of(2026, 12, 1))));
    probes.put("GET /api/v1/audit", client -> client.get(Paths.AUDIT));
    return probes;
  }

  private static OwnFieldDraft ownField(String label) {
    return new OwnFieldDraft(
        "", label, "", "text", 30, 0, false, "", false, false, false, "", "", false);
  }

  private static String brief(Reply reply) {
    return switch (reply.code()) {
      case "" -> "ok";
      case "forbidden" -> ".";
      case "not-signed-in" -> "?";
      case "not-found" -> "nf";
      case "out-of-area" -> "oa";
      case "stale-version" -> "st";
      case "password-policy" -> "pp";
      default -> reply.code();
    };
  }

  private static Map<String, List<String>> expected() {
    Map<String, List<String>> rows = new TreeMap<>();
    EXPECTED
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.strip().split(" +");
              rows.put(cells[0] + " " + cells[1], List.of(cells).subList(2, cells.length));
            });
    return rows;
  }

  @Test
  void everyRouteAnswersEveryPostAsTheTableSays() {
    Map<String, List<String>> actual = new TreeMap<>();
    probes()
        .forEach(
            (route, probe) -> {
              List<String> row = new ArrayList<>();
              for (TestAccount account : COLUMNS.values()) {
                TestClient client = account == null ? server.client() : clients.get(account);
                row.add(brief(probe.apply(client)));
              }
              actual.put(route, row);
            });

    assertThat(actual).isEqualTo(expected());
  }

  @Test
  void noRouteIsWithoutAProbeAndALineOfTheTable() {
    TreeSet<String> routes = new TreeSet<>();
    for (Route route : server.program().routes((order, out, refusals) -> 1).all()) {
      routes.add(route.method() + " " + route.path());
    }

    assertThat(new TreeSet<>(probes().keySet())).isEqualTo(routes);
    assertThat(new TreeSet<>(expected().keySet())).isEqualTo(routes);
  }

  @Test
  void eachTypeIsReadByThosePostsThatNeedIt() {
    List<String> readers = List.of("oA", "oB", "gw", "gl", "se", "to", "tl", "co");
    for (RecordType type : server.program().catalogue().types()) {
      List<String> actual = new ArrayList<>();
      COLUMNS.forEach(
          (column, account) -> {
            if (account != null
                && clients.get(account).post(path(Paths.QUERY, type.key()), Query.all()).isOk()) {
              actual.add(column);
            }
          });

      // None of these accounts was granted special groups, minors or health.
      List<String> wanted = type.restricted() ? new ArrayList<>() : new ArrayList<>(readers);
      if (type.key().equals("event")) {
        wanted.add("td");
      }
      assertThat(actual).as(type.key()).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Test
  void thePostsThatAdministerAreSentNoCatalogueOfRecords() {
    for (TestAccount account :
        List.of(
            TestAccount.SYSTEM_ADMINISTRATOR,
            TestAccount.SECURITY_ADMINISTRATOR,
            TestAccount.AUDITOR)) {
      assertThat(clients.get(account).get(Paths.CATALOGUE).text())
          .doesNotContain("floating_person");
    }
  }

  @Test
  void theControlDoorOpensWithItsSecretOnly() {
    TestClient client = server.client().withToken("guess");

    assertThat(client.json("POST", "/control", "{\"arguments\":[],\"directory\":\"/\"}").status())
        .isEqualTo(401);
  }
}
