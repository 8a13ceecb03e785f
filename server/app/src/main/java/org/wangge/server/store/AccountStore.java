package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.ACCOUNT;
import static org.wangge.server.store.schema.Tables.LOGIN_SESSION;
import static org.wangge.server.store.schema.Tables.SIGN_IN;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.store.schema.tables.records.AccountRecord;

/**
 * Rows of accounts, sessions and attempts to sign in. It keeps; what a password must look like, how
 * many failures lock and how long a session lasts is decided by those who call.
 */
public final class AccountStore {
  private static final String SEPARATOR = ",";
  private static final Field<?>[] ACCOUNT_FIELDS = ACCOUNT.fields();

  private final Store store;

  /** The accounts in this store. */
  public AccountStore(Store store) {
    this.store = store;
  }

  /**
   * An account with what only the door needs.
   *
   * @param account who it is
   * @param version counts changes by an administrator, from 1
   * @param enabled may sign in
   * @param passwordHash Argon2id in its text form
   * @param passwordMadeAt when the password was set
   * @param mustChange the password is a first one
   * @param failures failures in a row since the last success
   * @param lockedUntil end of a lock; null when none
   */
  public record StoredAccount(
      Account account,
      long version,
      boolean enabled,
      String passwordHash,
      LocalDateTime passwordMadeAt,
      boolean mustChange,
      int failures,
      LocalDateTime lockedUntil) {
    /** Without the hash. */
    @Override
    public String toString() {
      return "StoredAccount[" + account.id() + "]";
    }
  }

  /**
   * An open session.
   *
   * @param account its account as it stands now
   * @param workstation where it was opened
   * @param openedAt when
   * @param usedAt last request, to the precision at which {@link #touch} is called
   * @param endsAt absolute end
   */
  public record StoredSession(
      StoredAccount account,
      String workstation,
      LocalDateTime openedAt,
      LocalDateTime usedAt,
      LocalDateTime endsAt) {}

  /** Whether there is any account at all. */
  public boolean isEmpty() {
    return store.read(tx -> !tx.sql().fetchExists(ACCOUNT));
  }

  /**
   * Adds an account with version 1.
   *
   * @throws Problem DUPLICATE when the name is taken
   */
  public void insert(Tx tx, StoredAccount account) {
    requireFree(tx, account.account());
    AccountRecord row = tx.sql().newRecord(ACCOUNT);
    fill(row, account);
    row.setVersion(1L);
    row.setMadeAt(tx.now());
    row.setUpdatedAt(tx.now());
    tx.sql().insertInto(ACCOUNT).set(row).execute();
  }

  /**
   * Replaces an account if it still has the version given.
   *
   * @throws Problem STALE_VERSION when it has another, DUPLICATE when the new name is taken
   */
  public void update(Tx tx, StoredAccount account) {
    requireFree(tx, account.account());
    AccountRecord row = tx.sql().newRecord(ACCOUNT);
    fill(row, account);
    row.setVersion(account.version() + 1);
    row.setUpdatedAt(tx.now());
    row.touched(ACCOUNT.ID, false);
    int rows =
        tx.sql()
            .update(ACCOUNT)
            .set(row)
            .where(ACCOUNT.ID.eq(account.account().id()))
            .and(ACCOUNT.VERSION.eq(account.version()))
            .execute();
    if (rows == 0) {
      throw new Problem(ProblemCode.STALE_VERSION);
    }
  }

  /** The account of this sign-in name, or empty. */
  public Optional<StoredAccount> byName(Tx tx, String name) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.NAME.eq(name))
        .fetchOptional(AccountStore::account);
  }

  /** The account of this id, or empty. */
  public Optional<StoredAccount> byId(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .fetchOptional(AccountStore::account);
  }

  /** Accounts whose area lies at or below this one, by area and name; empty = all. */
  public List<StoredAccount> list(Tx tx, String area) {
    return tx.sql()
        .selectFrom(ACCOUNT)
        .where(area.isEmpty() ? ACCOUNT.ID.isNotNull() : under(area))
        .orderBy(ACCOUNT.AREA, ACCOUNT.NAME)
        .fetch(AccountStore::account);
  }

  private static org.jooq.Condition under(String area) {
    return ACCOUNT.AREA.ge(area).and(ACCOUNT.AREA.lt(Scope.after(area)));
  }

  /** Notes failures in a row and a lock without counting as a change by an administrator. */
  public void setFailures(Tx tx, UUID account, int failures, LocalDateTime lockedUntil) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.FAILURES, failures)
        .set(ACCOUNT.LOCKED_UNTIL, lockedUntil)
        .where(ACCOUNT.ID.eq(account))
        .execute();
  }

  /** Sets a password. */
  public void setPassword(Tx tx, UUID account, String hash, boolean mustChange) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, hash)
        .set(ACCOUNT.PASSWORD_MADE_AT, tx.now())
        .set(ACCOUNT.MUST_CHANGE, mustChange)
        .where(ACCOUNT.ID.eq(account))
        .execute();
  }

  /**
   * Keeps a session.
   *
   * @param tokenHash SHA-256 of the token
   */
  public void openSession(
      Tx tx, byte[] tokenHash, UUID account, String workstation, LocalDateTime endsAt) {
    tx.sql()
        .insertInto(LOGIN_SESSION)
        .set(LOGIN_SESSION.TOKEN_HASH, tokenHash)
        .set(LOGIN_SESSION.ACCOUNT_ID, account)
        .set(LOGIN_SESSION.WORKSTATION, workstation)
        .set(LOGIN_SESSION.OPENED_AT, tx.now())
        .set(LOGIN_SESSION.USED_AT, tx.now())
        .set(LOGIN_SESSION.ENDS_AT, endsAt)
        .execute();
  }

  /** The session of this token with its account, or empty. */
  public Optional<StoredSession> session(Tx tx, byte[] tokenHash) {
    return tx.sql()
        .select(
            LOGIN_SESSION.WORKSTATION,
            LOGIN_SESSION.OPENED_AT,
            LOGIN_SESSION.USED_AT,
            LOGIN_SESSION.ENDS_AT)
        .select(ACCOUNT_FIELDS)
        .from(LOGIN_SESSION)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(LOGIN_SESSION.ACCOUNT_ID))
        .where(LOGIN_SESSION.TOKEN_HASH.eq(tokenHash))
        .fetchOptional(
            row ->
                new StoredSession(
                    account(row),
                    row.get(LOGIN_SESSION.WORKSTATION),
                    row.get(LOGIN_SESSION.OPENED_AT),
                    row.get(LOGIN_SESSION.USED_AT),
                    row.get(LOGIN_SESSION.ENDS_AT)));
  }

  /** Notes that a session was used now. Once a minute is enough. */
  public void touch(Tx tx, byte[] tokenHash) {
    tx.sql()
        .update(LOGIN_SESSION)
        .set(LOGIN_SESSION.USED_AT, tx.now())
        .where(LOGIN_SESSION.TOKEN_HASH.eq(tokenHash))
        .execute();
  }

  /** Ends a session. */
  public void endSession(Tx tx, byte[] tokenHash) {
    tx.sql().deleteFrom(LOGIN_SESSION).where(LOGIN_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
  }

  /** Ends all sessions of an account, as after a change of its password or rights. */
  public void endSessions(Tx tx, UUID account) {
    tx.sql().deleteFrom(LOGIN_SESSION).where(LOGIN_SESSION.ACCOUNT_ID.eq(account)).execute();
  }

  /** Removes sessions past their absolute end. */
  public int forgetSessions(Tx tx) {
    return tx.sql().deleteFrom(LOGIN_SESSION).where(LOGIN_SESSION.ENDS_AT.lt(tx.now())).execute();
  }

  /**
   * Notes an attempt to sign in.
   *
   * @param account the account; null when there is none of that name
   * @param name the name as typed
   */
  public void signIn(Tx tx, Account account, String name, boolean accepted, String workstation) {
    tx.sql()
        .insertInto(SIGN_IN)
        .set(SIGN_IN.ACCOUNT_ID, account == null ? null : account.id())
        .set(SIGN_IN.ACCOUNT_NAME, name.length() > 40 ? name.substring(0, 40) : name)
        .set(SIGN_IN.AREA, account == null ? null : account.area())
        .set(SIGN_IN.ACCEPTED, accepted)
        .set(SIGN_IN.SIGN_IN_DAY, tx.today())
        .set(SIGN_IN.SIGNED_IN_AT, tx.now())
        .set(SIGN_IN.WORKSTATION, workstation)
        .execute();
  }

  private static void requireFree(Tx tx, Account account) {
    if (tx.sql()
        .fetchExists(ACCOUNT, ACCOUNT.NAME.eq(account.name()).and(ACCOUNT.ID.ne(account.id())))) {
      throw new Problem(ProblemCode.DUPLICATE, Map.of("what", account.name()));
    }
  }

  private static void fill(AccountRecord row, StoredAccount stored) {
    row.setId(stored.account().id());
    row.setName(stored.account().name());
    row.setPerson(stored.account().person());
    row.setPost(stored.account().post().key());
    row.setArea(stored.account().area());
    row.setGranted(String.join(SEPARATOR, new TreeSet<>(stored.account().granted())));
    row.setEnabled(stored.enabled());
    row.setPasswordHash(stored.passwordHash());
    row.setPasswordMadeAt(stored.passwordMadeAt());
    row.setMustChange(stored.mustChange());
    row.setFailures(stored.failures());
    row.setLockedUntil(stored.lockedUntil());
  }

  private static StoredAccount account(Record row) {
    return new StoredAccount(
        new Account(
            row.get(ACCOUNT.ID),
            row.get(ACCOUNT.NAME),
            row.get(ACCOUNT.PERSON),
            Post.of(row.get(ACCOUNT.POST)).orElseThrow(),
            row.get(ACCOUNT.AREA),
            granted(row.get(ACCOUNT.GRANTED))),
        row.get(ACCOUNT.VERSION),
        row.get(ACCOUNT.ENABLED),
        row.get(ACCOUNT.PASSWORD_HASH),
        row.get(ACCOUNT.PASSWORD_MADE_AT),
        row.get(ACCOUNT.MUST_CHANGE),
        row.get(ACCOUNT.FAILURES),
        row.get(ACCOUNT.LOCKED_UNTIL));
  }

  private static Set<String> granted(String keys) {
    return keys.isEmpty() ? Set.of() : Set.of(keys.split(SEPARATOR));
  }
}
