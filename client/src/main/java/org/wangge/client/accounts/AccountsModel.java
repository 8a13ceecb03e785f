package org.wangge.client.accounts;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.workplace.AreaTree;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.Area;

/** The list of accounts and the one that is being made or changed. */
public final class AccountsModel {
  /** Posts that accounts are made for, in the order of the list. */
  static final List<String> POSTS =
      List.of(
          "village-operator",
          "village-secretary",
          "grid-worker",
          "grid-leader",
          "town-operator",
          "town-department",
          "town-leader",
          "county",
          "system-administrator",
          "security-administrator",
          "auditor");

  private static final Messages TEXT = Messages.of(AccountsModel.class);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Workplace workplace;
  private final AccountCalls calls;
  private final Background background;
  private final Supplier<LocalDateTime> now;
  private final FirstPassword passwords = new FirstPassword(new SecureRandom());
  private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final ObjectProperty<AccountRow> edited = new SimpleObjectProperty<>();
  private final BooleanProperty editing = new SimpleBooleanProperty();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty person = new SimpleStringProperty("");
  private final StringProperty post = new SimpleStringProperty("");
  private final StringProperty area = new SimpleStringProperty("");
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);
  private final ObservableSet<String> granted = FXCollections.observableSet();
  private final StringProperty password = new SimpleStringProperty("");
  private UUID requestId = UUID.randomUUID();
  private boolean filling;

  /**
   * Accounts of the administrator's area.
   *
   * @param now town time
   */
  public AccountsModel(
      Workplace workplace, AccountCalls calls, Background background, Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.now = now;
    for (var property : List.of(name, person, post, area, password)) {
      property.addListener((typed, before, after) -> typed());
    }
    enabled.addListener((typed, before, after) -> typed());
    granted.addListener((SetChangeListener<String>) change -> typed());
  }

  private void typed() {
    if (!filling) {
      sentence.set("");
      requestId = UUID.randomUUID();
      unsaved.set(editing.get());
    }
  }

  /** Accounts by area, post and name. */
  public ObservableList<AccountRow> rows() {
    return rows;
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether something typed is not saved. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** What is wrong or missing, in a sentence; empty when nothing. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Whether an account is being made or changed. */
  public BooleanProperty editing() {
    return editing;
  }

  /** The account being changed; null for a new one. */
  public ObjectProperty<AccountRow> edited() {
    return edited;
  }

  /** Sign-in name. */
  public StringProperty name() {
    return name;
  }

  /** Name of the person. */
  public StringProperty person() {
    return person;
  }

  /** Post key. */
  public StringProperty post() {
    return post;
  }

  /** Area code. */
  public StringProperty area() {
    return area;
  }

  /** May sign in. */
  public BooleanProperty enabled() {
    return enabled;
  }

  /** Keys of modules whose restricted records the account may see. */
  public ObservableSet<String> granted() {
    return granted;
  }

  /** Modules with restricted records, by key. */
  public static Map<String, String> grants() {
    Map<String, String> grants = new LinkedHashMap<>();
    for (String key : List.of("special_groups", "key_care", "public_security", "campus")) {
      grants.put(key, TEXT.get("grant." + key));
    }
    return grants;
  }

  /** First password; empty leaves the one there is. */
  public StringProperty password() {
    return password;
  }

  /** Posts by key. */
  public Map<String, String> posts() {
    Map<String, String> posts = new LinkedHashMap<>();
    POSTS.forEach(key -> posts.put(key, postLabel(key)));
    return posts;
  }

  /** Name of a post. */
  public String postLabel(String key) {
    return TEXT.has("post." + key) ? TEXT.get("post." + key) : key;
  }

  /** Areas to choose from by code; grids only where a grid's post is made. */
  public Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area one : workplace.areas().all()) {
      String above =
          one.level().equals(AreaTree.GRID)
              ? workplace.areas().villageOf(one.code()).map(Area::name).orElse("") + " "
              : "";
      areas.put(one.code(), above + one.name());
    }
    return areas;
  }

  /** Name of an area. */
  public String areaName(String code) {
    return workplace
        .areas()
        .find(code)
        .map(found -> areas().get(code))
        .or(
            () ->
                workplace
                    .areas()
                    .villageOf(code)
                    .map(
                        village ->
                            TEXT.get(
                                "area.grid",
                                Map.of("village", village.name(), "grid", code.substring(12)))))
        .orElse(code);
  }

  /** The state of an account in words. */
  public String stateOf(AccountRow row) {
    if (!row.enabled()) {
      return TEXT.get("state.disabled");
    }
    return isLocked(row)
        ? TEXT.get("state.locked", "time", CLOCK.format(row.lockedUntil()))
        : TEXT.get("state.enabled");
  }

  /** Whether too many failures have locked the account for a while. */
  public boolean isLocked(AccountRow row) {
    return row.lockedUntil() != null && row.lockedUntil().isAfter(now.get());
  }

  /** Fetches the list. */
  public void load() {
    busy.set(true);
    background.run(
        calls::accounts,
        come -> {
          busy.set(false);
          rows.setAll(sorted(come));
        },
        this::refused);
  }

  private static List<AccountRow> sorted(List<AccountRow> accounts) {
    return accounts.stream()
        .sorted(
            Comparator.comparing(AccountRow::area)
                .thenComparingInt(row -> POSTS.indexOf(row.post()))
                .thenComparing(AccountRow::name))
        .toList();
  }

  private void refused(Problem problem) {
    busy.set(false);
    if (problem instanceof InvalidRecord invalid && !invalid.findings().isEmpty()) {
      sentence.set(invalid.findings().getFirst().wording());
    } else {
      refusal.set(problem);
    }
  }

  /** Starts a new account with a first password. */
  public void startNew() {
    fill(null, "", "", "village-operator", "", true, passwords.next());
  }

  /** Starts a change. */
  public void edit(AccountRow row) {
    fill(row, row.name(), row.person(), row.post(), row.area(), row.enabled(), "");
  }

  private void fill(
      AccountRow row,
      String newName,
      String newPerson,
      String newPost,
      String newArea,
      boolean newEnabled,
      String newPassword) {
    filling = true;
    edited.set(row);
    name.set(newName);
    person.set(newPerson);
    post.set(newPost);
    area.set(newArea);
    enabled.set(newEnabled);
    granted.clear();
    if (row != null) {
      granted.addAll(row.granted());
    }
    password.set(newPassword);
    sentence.set("");
    requestId = UUID.randomUUID();
    unsaved.set(false);
    editing.set(true);
    filling = false;
  }

  /** Gives the change up. */
  public void giveUp() {
    password.set("");
    editing.set(false);
    unsaved.set(false);
    edited.set(null);
  }

  /** Proposes a new first password. */
  public void newPassword() {
    password.set(passwords.next());
  }

  /**
   * Saves.
   *
   * @param saved gets the account and the first password that was set, which is told only now
   */
  public void save(Consumer<Saving> saved) {
    if (busy.get() || !editing.get() || !complete()) {
      return;
    }
    AccountSave wish =
        new AccountSave(
            requestId,
            name.get().strip(),
            person.get().strip(),
            post.get(),
            area.get(),
            enabled.get(),
            password.get(),
            new TreeSet<>(granted));
    AccountRow before = edited.get();
    busy.set(true);
    background.run(
        () -> before == null ? calls.make(wish) : calls.change(before.id(), wish),
        row -> {
          busy.set(false);
          giveUp();
          load();
          saved.accept(new Saving(row, wish.password()));
        },
        this::refused);
  }

  /** An account as it was saved, with the first password that was set or an empty text. */
  public record Saving(AccountRow row, String password) {
    /** Names no password. */
    @Override
    public String toString() {
      return "Saving[" + row.id() + "]";
    }
  }

  private boolean complete() {
    if (name.get().isBlank()) {
      sentence.set(TEXT.get("missing.name"));
    } else if (person.get().isBlank()) {
      sentence.set(TEXT.get("missing.person"));
    } else if (post.get().isEmpty()) {
      sentence.set(TEXT.get("missing.post"));
    } else if (area.get().isEmpty()) {
      sentence.set(TEXT.get("missing.area"));
    } else if (edited.get() == null && password.get().isEmpty()) {
      sentence.set(TEXT.get("missing.password"));
    } else {
      sentence.set("");
    }
    return sentence.get().isEmpty();
  }
}
