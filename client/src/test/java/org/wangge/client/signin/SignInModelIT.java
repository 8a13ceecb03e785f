package org.wangge.client.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.connection.Entrance;
import org.wangge.client.settings.Settings;
import org.wangge.client.signin.SignInModel.Step;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.Town;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.wire.Session;

class SignInModelIT {
  @TempDir Path folder;

  private final Door door = new Door();
  private final ManualBackground background = new ManualBackground();
  private final List<SignInModel.Opened> opened = new ArrayList<>();

  private SignInModel model(String onlyAccount) {
    return new SignInModel(door, new Settings(folder), background, onlyAccount, opened::add);
  }

  /** The way in, with one account. */
  private static final class Door implements Entrance {
    private Optional<URI> server = Optional.of(URI.create("https://server:8443"));
    private boolean mustChange;
    private String password = "Autumn-2026";

    @Override
    public Optional<URI> server() {
      return server;
    }

    @Override
    public void enrol(URI wanted, String code) {
      if (!code.equals("7K3QM-0ZX9B-RT2WD-H8CVF")) {
        throw new Problem(ProblemCode.SERVER_NOT_TRUSTED);
      }
      server = Optional.of(wanted);
    }

    @Override
    public void enrol(URI wanted, Path certificate) {
      server = Optional.of(wanted);
    }

    @Override
    public Session signIn(String account, String given) {
      if (!account.equals("chenjia") || !given.equals(password)) {
        throw new Problem(ProblemCode.SIGN_IN_REFUSED);
      }
      Session session = Town.workplace().session();
      return new Session(
          session.token(),
          session.account(),
          session.person(),
          session.post(),
          session.postLabel(),
          session.area(),
          session.areaName(),
          session.records(),
          session.functions(),
          session.visible(),
          mustChange,
          session.idleMinutes(),
          session.ends());
    }

    @Override
    public void changePassword(String current, String next) {
      if (next.length() < 10) {
        throw new Problem(ProblemCode.PASSWORD_POLICY, java.util.Map.of("least", 10));
      }
      password = next;
      mustChange = false;
    }

    @Override
    public void signOut() {
      // Nothing is kept.
    }
  }

  @Test
  void theRightPasswordOpensASession() {
    SignInModel model = model("");
    model.account().set(" chenjia ");
    model.password().set("Autumn-2026");
    model.signIn();

    assertThat(opened).hasSize(1);
    assertThat(opened.getFirst().session().person()).isEqualTo("李桂芳");
    assertThat(model.password().get()).isEmpty();
    assertThat(new Settings(folder).get(Settings.ACCOUNT)).contains("chenjia");
  }

  @Test
  void aWrongPasswordIsToldInOneSentenceForNameAndPassword() {
    SignInModel model = model("");
    model.account().set("chenjia");
    model.password().set("wrong");
    model.signIn();

    assertThat(opened).isEmpty();
    assertThat(model.sentence().get()).isEqualTo("账户名或密码不对，请核对后再试。");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void nothingIsSentWithoutNameAndPassword() {
    SignInModel model = model("");
    model.signIn();

    assertThat(model.sentence().get()).isEqualTo("请填写账号和密码");
  }

  @Test
  void theFirstPasswordMustBeChangedBeforeAnythingElse() {
    door.mustChange = true;
    SignInModel model = model("");
    model.account().set("chenjia");
    model.password().set("Autumn-2026");
    model.signIn();
    assertThat(model.step().get()).isEqualTo(Step.NEW_PASSWORD);
    assertThat(opened).isEmpty();

    model.next().set("Harvest-2026");
    model.repeated().set("Harvest-2027");
    model.changePassword();
    assertThat(model.sentence().get()).isEqualTo("两次填写的新密码不一样，请再填一次");

    model.repeated().set("Harvest-2026");
    model.changePassword();
    assertThat(opened).hasSize(1);
    assertThat(opened.getFirst().password()).isEqualTo("Harvest-2026");
    assertThat(opened.getFirst().toString()).doesNotContain("Harvest");
  }

  @Test
  void aNewWorkstationIsEnrolledFirst() {
    door.server = Optional.empty();
    SignInModel model = model("");
    assertThat(model.step().get()).isEqualTo(Step.ENROL);

    model.address().set("192.168.1.5");
    model.code().set("7K3QM-0ZX9B-RT2WD-H8CVF");
    model.enrolByCode();
    assertThat(model.sentence().get()).contains("https://192.168.1.5:8443");

    model.address().set("https://192.168.1.5:8443");
    model.code().set("wrong");
    model.enrolByCode();
    assertThat(model.step().get()).isEqualTo(Step.ENROL);

    model.code().set("7K3QM-0ZX9B-RT2WD-H8CVF");
    model.enrolByCode();
    assertThat(model.step().get()).isEqualTo(Step.SIGN_IN);
  }

  @Test
  void aLockedDeskLetsOnlyItsOwnAccountBack() {
    SignInModel model = model("chenjia");

    assertThat(model.account().get()).isEqualTo("chenjia");
    assertThat(model.accountIsFree()).isFalse();
  }
}
