package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.AUDIT;
import static org.wangge.server.store.schema.Tables.AUDIT_HEAD;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Cursor;
import org.wangge.record.Page;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.schema.tables.records.AuditRecord;
import org.wangge.wire.AuditRow;

/**
 * The audit trail: rows are only added, and each row's hash covers the row and the hash before it,
 * so that a row changed, taken out or slipped in shows.
 */
public final class AuditStore {
  private final Store store;

  /** A trail in this store. */
  public AuditStore(Store store) {
    this.store = store;
  }

  /**
   * What {@link #verify} found.
   *
   * @param rows rows whose hash fits
   * @param broken number of the first row that does not fit; empty when all do
   */
  public record ChainState(long rows, OptionalLong broken) {}

  /** Adds a row in a transaction of its own. */
  public void append(Caller caller, String act, String subject, String reason, String result) {
    store.write(
        tx -> {
          append(tx, caller, act, subject, reason, result);
          return null;
        });
  }

  /**
   * Adds a row. Whoever appends waits for the one before to end, so it comes last in long work.
   *
   * @param act what was done, a stable key such as {@code reveal}
   * @param subject what it was done to; no personal value
   * @param reason as given; empty when none is asked
   * @param result outcome, a stable key such as {@code done}
   */
  public void append(
      Tx tx, Caller caller, String act, String subject, String reason, String result) {
    // Counting first: the engine holds a lock it took for writing until the end, one for reading
    // not.
    tx.sql()
        .update(AUDIT_HEAD)
        .set(AUDIT_HEAD.NUMBER, AUDIT_HEAD.NUMBER.plus(1))
        .where(AUDIT_HEAD.ID.eq(1))
        .execute();
    var head =
        tx.sql()
            .select(AUDIT_HEAD.NUMBER, AUDIT_HEAD.HASH)
            .from(AUDIT_HEAD)
            .where(AUDIT_HEAD.ID.eq(1))
            .fetchSingle();
    AuditRecord row = tx.sql().newRecord(AUDIT);
    row.setNumber(head.value1());
    row.setMadeAt(tx.now());
    row.setAccount(cut(caller.account().name(), 40));
    row.setArea(caller.account().area());
    row.setWorkstation(cut(caller.workstation(), 60));
    row.setAct(cut(act, 40));
    row.setSubject(cut(subject, 200));
    row.setReason(cut(reason, 300));
    row.setResult(cut(result, 100));
    row.setPreviousHash(head.value2());
    row.setHash(hash(row));
    tx.sql().insertInto(AUDIT).set(row).execute();
    tx.sql()
        .update(AUDIT_HEAD)
        .set(AUDIT_HEAD.HASH, row.getHash())
        .where(AUDIT_HEAD.ID.eq(1))
        .execute();
  }

  /**
   * A page, newest first.
   *
   * @param after mark of the previous page
   * @throws org.wangge.problem.Problem FORBIDDEN unless the post may read the trail
   */
  public Page<AuditRow> page(Caller caller, Optional<String> after, int limit) {
    Rights.require(caller.account(), Rights.Function.AUDIT);
    int size = Math.clamp(limit, 1, 200);
    long below = after.map(Marks::number).orElse(Long.MAX_VALUE);
    List<AuditRow> rows =
        store.read(
            tx ->
                tx.sql()
                    .selectFrom(AUDIT)
                    .where(AUDIT.NUMBER.lt(below))
                    .and(
                        AUDIT.NUMBER.ge(
                            below == Long.MAX_VALUE ? head(tx) - size : below - size - 1))
                    .orderBy(AUDIT.NUMBER.desc())
                    .fetch(AuditStore::row));
    boolean more = rows.size() > size;
    List<AuditRow> page = more ? rows.subList(0, size) : rows;
    return new Page<>(
        page, more ? Optional.of(Long.toString(page.getLast().number())) : Optional.empty());
  }

  /** Computes every hash again. */
  public ChainState verify() {
    return store.read(
        tx -> {
          byte[] previous = new byte[32];
          long number = 0;
          try (Cursor<AuditRecord> rows =
              tx.sql().selectFrom(AUDIT).orderBy(AUDIT.NUMBER).fetchSize(500).fetchLazy()) {
            for (AuditRecord row : rows) {
              if (row.getNumber() != number + 1
                  || !Arrays.equals(row.getPreviousHash(), previous)
                  || !Arrays.equals(row.getHash(), hash(row))) {
                return new ChainState(number, OptionalLong.of(number + 1));
              }
              number++;
              previous = row.getHash();
            }
          }
          boolean whole =
              tx.sql()
                  .select(AUDIT_HEAD.NUMBER, AUDIT_HEAD.HASH)
                  .from(AUDIT_HEAD)
                  .fetchSingle(head -> Arrays.equals(head.value2(), lastHash(tx, head.value1())));
          long end = head(tx);
          return whole && end == number
              ? new ChainState(number, OptionalLong.empty())
              : new ChainState(number, OptionalLong.of(number + 1));
        });
  }

  private static byte[] lastHash(Tx tx, long number) {
    return number == 0
        ? new byte[32]
        : tx.sql()
            .select(AUDIT.HASH)
            .from(AUDIT)
            .where(AUDIT.NUMBER.eq(number))
            .fetchOne(AUDIT.HASH);
  }

  private static long head(Tx tx) {
    return tx.sql().select(AUDIT_HEAD.NUMBER).from(AUDIT_HEAD).fetchSingle(AUDIT_HEAD.NUMBER);
  }

  private static AuditRow row(AuditRecord row) {
    return new AuditRow(
        row.getNumber(),
        row.getMadeAt(),
        row.getAccount(),
        row.getWorkstation(),
        row.getAct(),
        row.getSubject(),
        row.getReason(),
        row.getResult());
  }

  /** Over every column, each with its length before it, so that no two rows read the same. */
  private static byte[] hash(AuditRecord row) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(
            Long.toString(row.getNumber()),
            row.getMadeAt().toString(),
            row.getAccount(),
            row.getArea(),
            row.getWorkstation(),
            row.getAct(),
            row.getSubject(),
            row.getReason(),
            row.getResult())) {
      text.append(part.length()).append(':').append(part);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(row.getPreviousHash());
      return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cut(String text, int length) {
    return text == null ? "" : text.length() <= length ? text : text.substring(0, length);
  }
}
