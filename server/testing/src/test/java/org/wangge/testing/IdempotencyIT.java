package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.record.Change;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.Cancel;
import org.wangge.wire.Paths;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;

/** A request sent again after a broken line is answered once. */
class IdempotencyIT {
  private static final String TYPE = "floating_person";

  private static TestServer server;
  private static TestClient operator;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    operator = server.client(TestAccount.OPERATOR_A);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSaveSentTwiceRegistersOneRecordOnce() {
    UUID id = RecordId.next();
    Save save =
        Sample.fresh(
            TestServer.VILLAGE_A, Sample.floating(TestServer.VILLAGE_A, "曾一次", Sample.idNumber()));
    Saved first = operator.put(record(TYPE, id), save).as(Saved.class);
    Saved second = operator.put(record(TYPE, id), save).as(Saved.class);

    assertThat(second.record()).isEqualTo(first.record());
    assertThat(second.record().version()).isEqualTo(1);
    assertThat(
            operator
                .post(path(Paths.QUERY, TYPE), Sample.search("曾一次"))
                .asPage(Record.class)
                .rows())
        .hasSize(1);
    assertThat(operator.get(record(TYPE, id) + "/history").asList(Change.class)).hasSize(1);
  }

  @Test
  void aChangeSentTwiceChangesOnceThoughItsVersionIsOldByThen() {
    Record record = Sample.register(operator, TestServer.VILLAGE_A, "曾改号", Sample.idNumber());
    Save save = Sample.change(record, Map.of("phone", "13857400077"));
    Saved first = operator.put(record(TYPE, record.id()), save).as(Saved.class);
    Saved second = operator.put(record(TYPE, record.id()), save).as(Saved.class);

    assertThat(first.record().version()).isEqualTo(2);
    assertThat(second.record().version()).isEqualTo(2);
  }

  @Test
  void aRequestIdUsedForSomethingElseOrBySomebodyElseIsRefused() {
    Record record = Sample.register(operator, TestServer.VILLAGE_A, "曾别用", Sample.idNumber());
    UUID requestId = RecordId.next();
    Save save = new Save(requestId, record.version(), null, Map.of("phone", "13857400078"), true);
    operator.put(record(TYPE, record.id()), save).as(Saved.class);
    Reply otherValue =
        operator.put(
            record(TYPE, record.id()),
            new Save(requestId, record.version(), null, Map.of("phone", "13857400079"), true));
    Reply otherAct =
        operator.post(
            record(TYPE, record.id()) + "/cancel",
            new Cancel(requestId, 2, LocalDate.of(2026, 1, 2), "03", ""));
    Reply otherAccount =
        server.client(TestAccount.TOWN_OPERATOR).put(record(TYPE, record.id()), save);

    assertThat(otherValue.code()).isEqualTo("request-id-reused");
    assertThat(otherAct.code()).isEqualTo("request-id-reused");
    assertThat(otherAccount.code()).isEqualTo("request-id-reused");
  }

  @Test
  void aRefusedRequestMayBeSentAgainWhenItIsMended() {
    UUID id = RecordId.next();
    UUID requestId = RecordId.next();
    Map<String, Object> values = Sample.floating(TestServer.VILLAGE_A, "曾补正", Sample.idNumber());
    Object phone = values.remove("phone");
    Reply refused =
        operator.put(record(TYPE, id), new Save(requestId, 0, TestServer.VILLAGE_A, values, true));
    values.put("phone", phone);
    Reply mended =
        operator.put(record(TYPE, id), new Save(requestId, 0, TestServer.VILLAGE_A, values, true));

    assertThat(refused.code()).isEqualTo("invalid-record");
    assertThat(mended.status()).isEqualTo(200);
  }

  @Test
  void theSameSaveFromManyConnectionsAtOnceIsDoneOnce() throws Exception {
    UUID id = RecordId.next();
    Save save =
        Sample.fresh(
            TestServer.VILLAGE_A, Sample.floating(TestServer.VILLAGE_A, "曾并发", Sample.idNumber()));
    List<Future<Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        replies.add(
            threads.submit(
                () -> server.client().withToken(operator.token()).put(record(TYPE, id), save)));
      }
    }

    for (Future<Reply> reply : replies) {
      assertThat(reply.get().as(Saved.class).record().version()).isEqualTo(1);
    }
    assertThat(operator.get(record(TYPE, id) + "/history").asList(Change.class)).hasSize(1);
  }

  @Test
  void anAccountIsMadeOnce() {
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    AccountSave save =
        new AccountSave(
            RecordId.next(),
            "just-once",
            "一次",
            "village-operator",
            TestServer.VILLAGE_A,
            true,
            "Chushi-83-mima");
    AccountRow first = administrator.post(Paths.ACCOUNTS, save).as(AccountRow.class);
    AccountRow second = administrator.post(Paths.ACCOUNTS, save).as(AccountRow.class);

    assertThat(second).isEqualTo(first);
    assertThat(administrator.get(Paths.ACCOUNTS).asList(AccountRow.class))
        .filteredOn(row -> row.name().equals("just-once"))
        .hasSize(1);
  }
}
