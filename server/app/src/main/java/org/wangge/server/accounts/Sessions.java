package org.wangge.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.wangge.server.settings.Settings;
import org.wangge.server.store.AccountStore;
import org.wangge.server.store.AccountStore.StoredAccount;
import org.wangge.server.store.AccountStore.StoredSession;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;

/**
 * Open sessions. A token has 256 random bits and is known to its workstation only: the database
 * holds its hash. Sessions outlive a restart of the server. They are held in memory between
 * requests, so that a request costs no query; whatever ends them goes through here.
 */
public final class Sessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

  private final Store store;
  private final AccountStore accounts;
  private final Duration idle;
  private final Duration longest;
  private final int passwordDays;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /** Sessions of these accounts. */
  public Sessions(Store store, AccountStore accounts, Settings settings) {
    this.store = store;
    this.accounts = accounts;
    this.idle = Duration.ofMinutes(settings.get(Settings.SESSION_IDLE_MINUTES));
    this.longest = Duration.ofHours(settings.get(Settings.SESSION_HOURS));
    this.passwordDays = settings.get(Settings.PASSWORD_DAYS);
  }

  /**
   * A session in memory.
   *
   * @param session the session
   * @param usedAt last request
   * @param writtenAt last time that {@code usedAt} was written down
   */
  private record Held(SignedIn session, LocalDateTime usedAt, LocalDateTime writtenAt) {}

  /** Minutes without a request after which a session ends. */
  int idleMinutes() {
    return (int) idle.toMinutes();
  }

  /** A token that nobody can guess. */
  static String newToken() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps a new session within the transaction that admits the account. */
  SignedIn open(Tx tx, String token, StoredAccount account, String workstation) {
    LocalDateTime ends = tx.now().plus(longest);
    accounts.openSession(tx, hash(token), account.account().id(), workstation, ends);
    return session(hash(token), account, workstation, ends);
  }

  /**
   * The session of a token, if it is open; counts as a use of it. A session ends when it was not
   * used for the idle time, at its absolute end, or when its account is disabled.
   */
  public Optional<SignedIn> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    byte[] hash = hash(token);
    String key = HexFormat.of().formatHex(hash);
    Held present = held.get(key);
    if (present == null) {
      Optional<Held> stored = read(hash);
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      present = stored.get();
      held.put(key, present);
      // It may have been ended between reading and holding.
      if (read(hash).isEmpty()) {
        held.remove(key);
        return Optional.empty();
      }
    }
    LocalDateTime now = store.now();
    if (!now.isBefore(present.session().ends()) || !now.isBefore(present.usedAt().plus(idle))) {
      end(present.session());
      return Optional.empty();
    }
    boolean write = !now.isBefore(present.writtenAt().plus(WRITTEN_EVERY));
    Held used = new Held(present.session(), now, write ? now : present.writtenAt());
    if (held.replace(key, present, used) && write) {
      store.write(
          tx -> {
            accounts.touch(tx, hash);
            return null;
          });
    }
    return Optional.of(present.session());
  }

  /** Ends a session. */
  public void end(SignedIn session) {
    store.write(
        tx -> {
          accounts.endSession(tx, HexFormat.of().parseHex(session.key()));
          return null;
        });
    held.remove(session.key());
  }

  /**
   * Ends all sessions of an account but one, in the transaction that changes it. {@link #forget}
   * must follow when it has succeeded.
   *
   * @param kept session to go on, as after the account changed its own password; null = none
   */
  void endOthers(Tx tx, UUID account, SignedIn kept) {
    accounts.endSessions(tx, account);
    if (kept != null) {
      accounts.openSession(
          tx, HexFormat.of().parseHex(kept.key()), account, kept.workstation(), kept.ends());
    }
  }

  /** Drops what is held in memory for an account, so that the next request reads it again. */
  void forget(UUID account) {
    held.values().removeIf(entry -> entry.session().account().id().equals(account));
  }

  /** Removes sessions that ended long ago. */
  public void sweep() {
    LocalDateTime now = store.now();
    held.values()
        .removeIf(
            entry ->
                !now.isBefore(entry.session().ends()) || !now.isBefore(entry.usedAt().plus(idle)));
    store.write(accounts::forgetSessions);
  }

  private Optional<Held> read(byte[] hash) {
    Optional<StoredSession> stored = store.read(tx -> accounts.session(tx, hash));
    return stored
        .filter(session -> session.account().enabled())
        .map(
            session ->
                new Held(
                    session(hash, session.account(), session.workstation(), session.endsAt()),
                    session.usedAt(),
                    session.usedAt()));
  }

  private SignedIn session(
      byte[] hash, StoredAccount account, String workstation, LocalDateTime ends) {
    boolean old =
        passwordDays > 0 && store.now().isAfter(account.passwordMadeAt().plusDays(passwordDays));
    return new SignedIn(
        HexFormat.of().formatHex(hash),
        account.account(),
        workstation,
        account.mustChange() || old,
        ends);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
