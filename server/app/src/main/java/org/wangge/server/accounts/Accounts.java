package org.wangge.server.accounts;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.access.Rights;
import org.wangge.server.settings.Settings;
import org.wangge.server.store.AccountStore;
import org.wangge.server.store.AccountStore.StoredAccount;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.SignIn;

/** The door: signing in and out, passwords, and the accounts that a system administrator makes. */
public final class Accounts {
  /** Posts of which one person holds at most one, so that nobody watches over himself. */
  private static final Set<Post> ADMINISTRATORS =
      EnumSet.of(Post.SYSTEM_ADMINISTRATOR, Post.SECURITY_ADMINISTRATOR, Post.AUDITOR);

  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}a-z0-9][\\p{IsHan}a-z0-9._-]{2,39}");
  private static final Pattern PERSON = Pattern.compile("[\\p{L}·. ]{1,50}");

  private final Store store;
  private final AccountStore accounts;
  private final AreaStore areas;
  private final AuditStore audit;
  private final RequestStore requests = new RequestStore();
  private final Sessions sessions;
  private final PasswordPolicy policy;
  private final FailedSignIns failures;
  private final Lock[] names = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

  /** Accounts in this store. */
  public Accounts(
      Store store,
      AccountStore accounts,
      AreaStore areas,
      AuditStore audit,
      Sessions sessions,
      Settings settings) {
    this.store = store;
    this.accounts = accounts;
    this.areas = areas;
    this.audit = audit;
    this.sessions = sessions;
    this.policy = new PasswordPolicy(settings.get(Settings.PASSWORD_LENGTH));
    this.failures =
        new FailedSignIns(
            settings.get(Settings.LOCK_FAILURES),
            Duration.ofMinutes(settings.get(Settings.LOCK_WINDOW_MINUTES)),
            Duration.ofMinutes(settings.get(Settings.LOCK_MINUTES)));
  }

  /**
   * A session just opened.
   *
   * @param token token for the workstation
   * @param session the session
   */
  public record Opened(String token, SignedIn session) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Opened[" + session.account().id() + "]";
    }
  }

  /** Minutes without a request after which a session ends. */
  public int idleMinutes() {
    return sessions.idleMinutes();
  }

  /**
   * Opens a session. A wrong name and a wrong password are answered alike and take as long.
   *
   * @param requestId id of the request, for the audit trail
   * @throws Problem SIGN_IN_REFUSED, ACCOUNT_LOCKED with the minutes left
   */
  public Opened signIn(SignIn wish, String requestId) {
    String name = plain(wish.account());
    String password = wish.password();
    return oneByOne(
        name,
        () -> {
          Optional<StoredAccount> stored = store.read(tx -> accounts.byName(tx, name));
          LocalDateTime now = store.now();
          stored.ifPresent(
              account -> failures.recall(name, account.failures(), account.lockedUntil(), now));
          Optional<LocalDateTime> lockedUntil = failures.lockedUntil(name, now);
          if (lockedUntil.isPresent()) {
            note(stored, wish.workstation(), requestId, "locked");
            throw locked(lockedUntil.get(), now);
          }
          if (!isRight(stored, password)) {
            FailedSignIns.Count count = failures.count(name, now);
            store.write(
                tx -> {
                  stored.ifPresent(
                      account ->
                          accounts.setFailures(
                              tx, account.account().id(), count.failures(), count.lockedUntil()));
                  return null;
                });
            note(stored, wish.workstation(), requestId, "refused");
            throw new Problem(ProblemCode.SIGN_IN_REFUSED);
          }
          failures.clear(name);
          return open(stored.orElseThrow(), wish.workstation(), requestId);
        });
  }

  private Opened open(StoredAccount account, String workstation, String requestId) {
    String token = Sessions.newToken();
    SignedIn session =
        store.write(
            tx -> {
              if (account.failures() > 0 || account.lockedUntil() != null) {
                accounts.setFailures(tx, account.account().id(), 0, null);
              }
              accounts.signIn(tx, account.account(), account.account().name(), true, workstation);
              SignedIn opened = sessions.open(tx, token, account, workstation);
              audit.append(
                  tx,
                  new Caller(account.account(), workstation, requestId),
                  "sign-in",
                  "",
                  "",
                  "done");
              return opened;
            });
    return new Opened(token, session);
  }

  private void note(
      Optional<StoredAccount> stored, String workstation, String requestId, String result) {
    store.write(
        tx -> {
          // A name that nobody has may be a password typed in the wrong place.
          accounts.signIn(
              tx,
              stored.map(StoredAccount::account).orElse(null),
              stored.map(account -> account.account().name()).orElse(""),
              false,
              workstation);
          stored.ifPresent(
              account ->
                  audit.append(
                      tx,
                      new Caller(account.account(), workstation, requestId),
                      "sign-in",
                      "",
                      "",
                      result));
          return null;
        });
  }

  private static boolean isRight(Optional<StoredAccount> stored, String password) {
    if (password.length() > PasswordPolicy.MOST_CHARACTERS || stored.isEmpty()) {
      PasswordHash.compareWithNobody("");
      return false;
    }
    return PasswordHash.matches(password, stored.get().passwordHash()) && stored.get().enabled();
  }

  /** Ends the session. */
  public void signOut(SignedIn session, Caller caller) {
    sessions.end(session);
    audit.append(caller, "sign-out", "", "", "done");
  }

  /**
   * Changes the password of the session's account; its other sessions end.
   *
   * @return the session as it stands now
   * @throws Problem SIGN_IN_REFUSED when the present one is wrong, ACCOUNT_LOCKED, PASSWORD_POLICY
   */
  public SignedIn changePassword(SignedIn session, Caller caller, PasswordChange wish) {
    String name = session.account().name();
    oneByOne(
        name,
        () -> {
          StoredAccount account =
              store
                  .read(tx -> accounts.byId(tx, session.account().id()))
                  .orElseThrow(() -> new Problem(ProblemCode.NOT_SIGNED_IN));
          LocalDateTime now = store.now();
          Optional<LocalDateTime> lockedUntil = failures.lockedUntil(name, now);
          if (lockedUntil.isPresent()) {
            throw locked(lockedUntil.get(), now);
          }
          if (!isRight(Optional.of(account), wish.current())) {
            FailedSignIns.Count count = failures.count(name, now);
            store.write(
                tx -> {
                  accounts.setFailures(
                      tx, account.account().id(), count.failures(), count.lockedUntil());
                  audit.append(tx, caller, "password", "", "", "refused");
                  return null;
                });
            throw new Problem(ProblemCode.SIGN_IN_REFUSED);
          }
          if (wish.current().equals(wish.next())) {
            throw policy.refusal(PasswordPolicy.Rule.UNCHANGED);
          }
          policy.require(name, wish.next());
          String hash = PasswordHash.of(wish.next());
          store.write(
              tx -> {
                accounts.setPassword(tx, account.account().id(), hash, false);
                sessions.endOthers(tx, account.account().id(), session);
                audit.append(tx, caller, "password", "", "", "done");
                return null;
              });
          sessions.forget(account.account().id());
          return null;
        });
    return new SignedIn(
        session.key(), session.account(), session.workstation(), false, session.ends());
  }

  /**
   * Accounts at and below the caller's area, by area and name.
   *
   * @throws Problem FORBIDDEN
   */
  public List<AccountRow> list(Caller caller) {
    Rights.require(caller.account(), Rights.Function.ACCOUNTS);
    return store.read(tx -> accounts.list(tx, caller.account().area())).stream()
        .map(Accounts::row)
        .toList();
  }

  /** Whether there is any account at all. */
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  /**
   * Makes an account with a first password, which its holder must change.
   *
   * @throws Problem FORBIDDEN, OUT_OF_AREA, DUPLICATE, PASSWORD_POLICY
   * @throws InvalidRecord with what is wrong in which field
   */
  public AccountRow make(Caller caller, AccountSave wish) {
    Rights.require(caller.account(), Rights.Function.ACCOUNTS);
    Account account = checked(caller, RecordId.next(), wish);
    policy.require(account.name(), wish.password());
    String hash = PasswordHash.of(wish.password());
    return store.write(
        tx -> {
          String fingerprint = fingerprint("make-account", wish);
          Optional<String> before = requests.answered(tx, caller, wish.requestId(), fingerprint);
          if (before.isPresent()) {
            return row(accounts.byId(tx, UUID.fromString(before.get())).orElseThrow());
          }
          requireApart(tx, account, wish.enabled());
          StoredAccount stored =
              new StoredAccount(account, 1, wish.enabled(), hash, tx.now(), true, 0, null);
          accounts.insert(tx, stored);
          requests.remember(tx, caller, wish.requestId(), fingerprint, account.id().toString());
          audit.append(tx, caller, "account-make", account.id().toString(), "", "done");
          return row(stored);
        });
  }

  /**
   * Changes an account; its sessions end. Lifts a lock as well.
   *
   * @throws Problem FORBIDDEN, NOT_FOUND, OUT_OF_AREA, DUPLICATE, PASSWORD_POLICY
   * @throws InvalidRecord with what is wrong in which field
   */
  public AccountRow change(Caller caller, UUID id, AccountSave wish) {
    Rights.require(caller.account(), Rights.Function.ACCOUNTS);
    Account account = checked(caller, id, wish);
    if (!wish.password().isEmpty()) {
      policy.require(account.name(), wish.password());
    }
    String hash = wish.password().isEmpty() ? "" : PasswordHash.of(wish.password());
    List<String> oldName = new ArrayList<>();
    AccountRow row =
        store.write(
            tx -> {
              oldName.clear();
              String fingerprint = fingerprint("change-account " + id, wish);
              StoredAccount before =
                  accounts
                      .byId(tx, id)
                      .filter(stored -> Rights.covers(caller.account(), stored.account().area()))
                      .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
              if (requests.answered(tx, caller, wish.requestId(), fingerprint).isPresent()) {
                return row(before);
              }
              requireApart(tx, account, wish.enabled());
              requireAnAdministratorLeft(tx, before, account, wish.enabled());
              boolean newPassword = !hash.isEmpty();
              StoredAccount after =
                  new StoredAccount(
                      account,
                      before.version(),
                      wish.enabled(),
                      newPassword ? hash : before.passwordHash(),
                      newPassword ? tx.now() : before.passwordMadeAt(),
                      newPassword || before.mustChange(),
                      0,
                      null);
              accounts.update(tx, after);
              sessions.endOthers(tx, id, null);
              requests.remember(tx, caller, wish.requestId(), fingerprint, id.toString());
              audit.append(tx, caller, "account-change", id.toString(), "", "done");
              oldName.add(before.account().name());
              return row(after);
            });
    sessions.forget(id);
    oldName.forEach(failures::clear);
    failures.clear(account.name());
    return row;
  }

  private Account checked(Caller caller, UUID id, AccountSave wish) {
    List<Finding> findings = new ArrayList<>();
    String name = plain(Objects.toString(wish.name(), ""));
    if (!NAME.matcher(name).matches()) {
      findings.add(Finding.forbid("name", "account-name"));
    }
    String person = Objects.toString(wish.person(), "").strip();
    if (!PERSON.matcher(person).matches()) {
      findings.add(Finding.forbid("person", "account-person"));
    }
    Optional<Post> post =
        Post.of(Objects.toString(wish.post(), "")).filter(known -> known != Post.SERVER);
    if (post.isEmpty()) {
      findings.add(Finding.forbid("post", "account-post"));
    }
    String area = Objects.toString(wish.area(), "");
    if (!exists(area)) {
      findings.add(Finding.forbid("area", "account-area"));
    } else if (post.isPresent() && !fits(post.get(), area.length())) {
      findings.add(Finding.forbid("area", "account-area-level"));
    }
    if (post.isPresent() && !wish.granted().isEmpty() && !Rights.mayBeGranted(post.get())) {
      findings.add(Finding.forbid("granted", "account-granted"));
    }
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
    if (!Rights.covers(caller.account(), area)) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    return new Account(id, name, person, post.orElseThrow(), area, wish.granted());
  }

  private boolean exists(String area) {
    // A grid is a record of its village, not a place of the tree.
    String place = area.length() == 15 ? area.substring(0, 12) : area;
    return area.matches("[0-9]{2,15}") && areas.find(place).isPresent();
  }

  private static boolean fits(Post post, int digits) {
    return switch (post) {
      case GRID_WORKER, GRID_LEADER -> digits == 12 || digits == 15;
      case VILLAGE_OPERATOR, VILLAGE_SECRETARY -> digits == 12;
      case TOWN_OPERATOR, TOWN_DEPARTMENT, TOWN_LEADER -> digits == 9;
      case COUNTY, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR, SERVER -> digits <= 9;
    };
  }

  private void requireApart(Tx tx, Account account, boolean enabled) {
    if (!enabled || !ADMINISTRATORS.contains(account.post())) {
      return;
    }
    boolean holdsAnother =
        accounts.list(tx, "").stream()
            .filter(StoredAccount::enabled)
            .map(StoredAccount::account)
            .anyMatch(
                other ->
                    !other.id().equals(account.id())
                        && other.person().equals(account.person())
                        && other.post() != account.post()
                        && ADMINISTRATORS.contains(other.post()));
    if (holdsAnother) {
      throw new InvalidRecord(List.of(Finding.forbid("person", "account-posts-apart")));
    }
  }

  private void requireAnAdministratorLeft(
      Tx tx, StoredAccount before, Account after, boolean enabled) {
    boolean was = before.enabled() && before.account().post() == Post.SYSTEM_ADMINISTRATOR;
    if (!was || (enabled && after.post() == Post.SYSTEM_ADMINISTRATOR)) {
      return;
    }
    boolean another =
        accounts.list(tx, "").stream()
            .anyMatch(
                other ->
                    other.enabled()
                        && other.account().post() == Post.SYSTEM_ADMINISTRATOR
                        && !other.account().id().equals(after.id()));
    if (!another) {
      throw new InvalidRecord(List.of(Finding.forbid("post", "account-last-administrator")));
    }
  }

  private <T> T oneByOne(String name, java.util.function.Supplier<T> work) {
    Lock lock = names[Math.floorMod(name.hashCode(), names.length)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Problem locked(LocalDateTime until, LocalDateTime now) {
    long minutes = Math.max(1, (Duration.between(now, until).toSeconds() + 59) / 60);
    return new Problem(ProblemCode.ACCOUNT_LOCKED, Map.of("minutes", minutes));
  }

  /** Words that differ whenever the wish does; the password enters as nothing but its presence. */
  private static String fingerprint(String act, AccountSave wish) {
    return String.join(
        "\n",
        act,
        Objects.toString(wish.name()),
        Objects.toString(wish.person()),
        Objects.toString(wish.post()),
        Objects.toString(wish.area()),
        Boolean.toString(wish.enabled()),
        Boolean.toString(wish.password().isEmpty()),
        String.join(",", new TreeSet<>(wish.granted())));
  }

  private static AccountRow row(StoredAccount stored) {
    return new AccountRow(
        stored.account().id(),
        stored.account().name(),
        stored.account().person(),
        stored.account().post().key(),
        stored.account().area(),
        stored.enabled(),
        stored.lockedUntil(),
        stored.account().granted());
  }
}
