package org.wangge.client.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wangge.client.connection.Entrance;
import org.wangge.client.settings.Settings;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.problem.Problem;
import org.wangge.wire.Session;

/** Steps from a new workstation to an open session. */
public final class SignInModel {
  private static final Messages TEXT = Messages.of(SignInModel.class);

  /** What is asked for now. */
  public enum Step {
    /** Address of the server and proof that it is the right one. */
    ENROL,
    /** Account and password. */
    SIGN_IN,
    /** A new password, before anything else. */
    NEW_PASSWORD
  }

  /**
   * An open session and the password that opened it, which also opens the drafts kept here.
   *
   * @param session the session
   * @param password the password in force
   */
  public record Opened(Session session, String password) {
    /** Says nothing of the password. */
    @Override
    public String toString() {
      return "Opened[" + session.account() + "]";
    }
  }

  private final Entrance entrance;
  private final Settings settings;
  private final Background background;
  private final Consumer<Opened> opened;
  private final String onlyAccount;

  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty account = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty next = new SimpleStringProperty("");
  private final StringProperty repeated = new SimpleStringProperty("");
  private Session session;

  /**
   * A sign-in.
   *
   * @param onlyAccount the account that must come back after a lock; empty when any may
   * @param opened gets the open session on the window's thread
   */
  public SignInModel(
      Entrance entrance,
      Settings settings,
      Background background,
      String onlyAccount,
      Consumer<Opened> opened) {
    this.entrance = entrance;
    this.settings = settings;
    this.background = background;
    this.onlyAccount = onlyAccount;
    this.opened = opened;
    address.set(settings.get(Settings.SERVER).orElse("https://"));
    account.set(onlyAccount.isEmpty() ? settings.get(Settings.ACCOUNT).orElse("") : onlyAccount);
    step.set(entrance.server().isEmpty() ? Step.ENROL : Step.SIGN_IN);
  }

  /** What is asked for now. */
  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why it did not go on; empty when nothing is wrong. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** Address of the server. */
  public StringProperty address() {
    return address;
  }

  /** Enrolment code. */
  public StringProperty code() {
    return code;
  }

  /** Account name. */
  public StringProperty account() {
    return account;
  }

  /** Whether another account may come in here. */
  public boolean accountIsFree() {
    return onlyAccount.isEmpty();
  }

  /** Password. */
  public StringProperty password() {
    return password;
  }

  /** Wanted password. */
  public StringProperty next() {
    return next;
  }

  /** Wanted password once more. */
  public StringProperty repeated() {
    return repeated;
  }

  /** Goes back to the address of the server. */
  public void changeServer() {
    sentence.set("");
    step.set(Step.ENROL);
  }

  /** Enrols with the code. */
  public void enrolByCode() {
    URI server = server();
    if (server == null) {
      return;
    }
    if (code.get().isBlank()) {
      sentence.set(TEXT.get("code.missing"));
      return;
    }
    enrol(() -> entrance.enrol(server, code.get()));
  }

  /** Enrols with a certificate file. */
  public void enrolByFile(Path file) {
    URI server = server();
    if (server != null) {
      enrol(() -> entrance.enrol(server, file));
    }
  }

  private void enrol(Runnable act) {
    work(
        () -> {
          act.run();
          return true;
        },
        done -> {
          code.set("");
          step.set(Step.SIGN_IN);
        });
  }

  private URI server() {
    try {
      URI server = new URI(address.get().strip());
      if ("https".equals(server.getScheme()) && server.getHost() != null) {
        return server;
      }
    } catch (URISyntaxException e) {
      // Told below, like an address without a machine.
    }
    sentence.set(TEXT.get("address.wrong"));
    return null;
  }

  /** Signs in. */
  public void signIn() {
    String name = account.get().strip();
    String secret = password.get();
    if (name.isEmpty() || secret.isEmpty()) {
      sentence.set(TEXT.get("account.missing"));
      return;
    }
    work(
        () -> entrance.signIn(name, secret),
        now -> {
          session = now;
          settings.set(Settings.ACCOUNT, name);
          if (now.mustChangePassword()) {
            step.set(Step.NEW_PASSWORD);
          } else {
            finish(secret);
          }
        });
  }

  /** Sets the new password and goes on. */
  public void changePassword() {
    String wanted = next.get();
    if (wanted.isEmpty()) {
      sentence.set(TEXT.get("password.missing"));
      return;
    }
    if (!wanted.equals(repeated.get())) {
      sentence.set(TEXT.get("password.differs"));
      return;
    }
    work(
        () -> {
          entrance.changePassword(password.get(), wanted);
          return wanted;
        },
        this::finish);
  }

  private void finish(String secret) {
    Session open = session;
    password.set("");
    next.set("");
    repeated.set("");
    opened.accept(new Opened(open, secret));
  }

  private <T> void work(java.util.concurrent.Callable<T> work, Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    sentence.set("");
    background.run(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        this::refused);
  }

  private void refused(Problem problem) {
    busy.set(false);
    sentence.set(problem.wording());
  }
}
