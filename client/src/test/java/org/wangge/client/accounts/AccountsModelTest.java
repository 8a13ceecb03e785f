package org.wangge.client.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.client.testing.Desks;
import org.wangge.client.testing.ManualBackground;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;

class AccountsModelTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 12, 9, 0);

  private final Calls calls = new Calls();
  private final AccountsModel model =
      new AccountsModel(Desks.administrator(), calls, new ManualBackground(), () -> NOW);

  private static final class Calls implements AccountCalls {
    private final List<AccountRow> rows = new ArrayList<>();
    private final List<AccountSave> wishes = new ArrayList<>();

    @Override
    public List<AccountRow> accounts() {
      return rows;
    }

    @Override
    public AccountRow make(AccountSave wish) {
      return change(UUID.randomUUID(), wish);
    }

    @Override
    public AccountRow change(UUID id, AccountSave wish) {
      wishes.add(wish);
      rows.removeIf(row -> row.id().equals(id));
      AccountRow row =
          new AccountRow(
              id,
              wish.name(),
              wish.person(),
              wish.post(),
              wish.area(),
              wish.enabled(),
              null,
              wish.granted());
      rows.add(row);
      return row;
    }
  }

  @Test
  void aNewAccountComesWithAFirstPasswordThatIsToldOnce() {
    List<AccountsModel.Saving> saved = new ArrayList<>();
    model.startNew();
    String password = model.password().get();
    model.name().set("zhoujd01");
    model.person().set("周某");
    model.area().set("330282104202");
    model.save(saved::add);
    assertThat(calls.wishes.getFirst().password()).isEqualTo(password);
    assertThat(saved.getFirst().password()).isEqualTo(password);
    assertThat(saved.getFirst().toString()).doesNotContain(password);
    assertThat(model.password().get()).isEmpty();
    assertThat(model.rows()).extracting(AccountRow::name).containsExactly("zhoujd01");
    assertThat(model.areaName("330282104202")).isEqualTo("周家段村");
  }

  @Test
  void grantsAreKeptUntilTheyAreTakenAway() {
    AccountRow row =
        new AccountRow(
            UUID.randomUUID(),
            "li",
            "李某",
            "village-operator",
            "330282104201",
            true,
            null,
            Set.of("special_groups"));
    calls.rows.add(row);
    model.load();
    model.edit(row);
    assertThat(model.granted()).containsExactly("special_groups");
    model.granted().add("key_care");
    assertThat(model.unsaved().get()).isTrue();
    model.save(saving -> {});
    assertThat(calls.wishes.getFirst().granted())
        .containsExactlyInAnyOrder("special_groups", "key_care");
    model.startNew();
    assertThat(model.granted()).isEmpty();
  }

  @Test
  void whatIsMissingIsToldInASentence() {
    model.startNew();
    model.name().set("zhoujd01");
    model.person().set("周某");
    model.save(saving -> {});
    assertThat(calls.wishes).isEmpty();
    assertThat(model.sentence().get()).isEqualTo("请选地区");
  }

  @Test
  void anAccountIsDisabledWithoutTouchingItsPassword() {
    AccountRow row =
        new AccountRow(
            UUID.randomUUID(), "li", "李某", "village-operator", "330282104201", true, null);
    calls.rows.add(row);
    model.load();
    model.edit(row);
    model.enabled().set(false);
    assertThat(model.unsaved().get()).isTrue();
    model.save(saving -> {});
    assertThat(calls.wishes.getFirst().enabled()).isFalse();
    assertThat(calls.wishes.getFirst().password()).isEmpty();
    assertThat(model.stateOf(model.rows().getFirst())).isEqualTo("已停用");
  }

  @Test
  void aLockedAccountTellsUntilWhen() {
    AccountRow row =
        new AccountRow(
            UUID.randomUUID(),
            "li",
            "李某",
            "village-operator",
            "330282104201",
            true,
            NOW.plusMinutes(12));
    assertThat(model.stateOf(row)).isEqualTo("锁定到 09:12");
  }

  @Test
  void firstPasswordsMeetThePolicyAndHoldNoLookAlikes() {
    FirstPassword passwords = new FirstPassword(new SecureRandom());
    for (int count = 0; count < 200; count++) {
      assertThat(passwords.next())
          .matches("[A-Z][a-z]{3}-[2-9]{4}-[A-Z][a-z]{3}")
          .doesNotContainPattern("[0O1lIi]");
    }
  }
}
