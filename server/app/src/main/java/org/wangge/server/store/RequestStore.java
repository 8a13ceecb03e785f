package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.REQUEST;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;

/** Remembers answered requests, so that one that is sent again is answered once. */
public final class RequestStore {
  /** Nothing to construct it from: all state is in the transaction. */
  public RequestStore() {}

  /**
   * The answer that was given to this request; empty when it is new.
   *
   * @param fingerprint what is asked, in words that differ whenever the request does
   * @throws Problem REQUEST_ID_REUSED when the id was used by another account or for something else
   */
  public Optional<String> answered(Tx tx, Caller caller, UUID requestId, String fingerprint) {
    return tx.sql()
        .select(REQUEST.ACCOUNT_ID, REQUEST.FINGERPRINT, REQUEST.ANSWER)
        .from(REQUEST)
        .where(REQUEST.ID.eq(requestId))
        .fetchOptional()
        .map(
            row -> {
              if (!row.value1().equals(caller.account().id())
                  || !MessageDigest.isEqual(row.value2(), hash(fingerprint))) {
                throw new Problem(ProblemCode.REQUEST_ID_REUSED);
              }
              return row.value3();
            });
  }

  /** Keeps the answer in the transaction that does the work; at most 4000 characters. */
  public void remember(Tx tx, Caller caller, UUID requestId, String fingerprint, String answer) {
    tx.sql()
        .insertInto(REQUEST)
        .set(REQUEST.ID, requestId)
        .set(REQUEST.ACCOUNT_ID, caller.account().id())
        .set(REQUEST.FINGERPRINT, hash(fingerprint))
        .set(REQUEST.ANSWER, answer)
        .set(REQUEST.MADE_AT, tx.now())
        .execute();
  }

  /** Forgets requests answered before this moment; a workstation does not repeat them any more. */
  public int forget(Tx tx, LocalDateTime before) {
    return tx.sql().deleteFrom(REQUEST).where(REQUEST.MADE_AT.lt(before)).execute();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
