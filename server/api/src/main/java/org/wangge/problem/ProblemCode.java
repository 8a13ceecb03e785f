package org.wangge.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every reason the server or the workstation may refuse a request for; the key never changes. */
public enum ProblemCode {
  /** The request is not readable (broken JSON, wrong type, unknown field). */
  MALFORMED,
  /** Findings stand against the record; they are listed beside the problem. */
  INVALID_RECORD,
  /** The record was changed by somebody else since it was read. */
  STALE_VERSION,
  /** No such record, or one the account may not know of. */
  NOT_FOUND,
  /** The account's post does not allow this. */
  FORBIDDEN,
  /** The account may not act in this area. */
  OUT_OF_AREA,
  /** Nobody is signed in, or the session has ended. */
  NOT_SIGNED_IN,
  /** Account or password is wrong. */
  SIGN_IN_REFUSED,
  /** Too many failures; the account is locked for a while. */
  ACCOUNT_LOCKED,
  /** The password must be changed before anything else. */
  PASSWORD_MUST_CHANGE,
  /** The new password does not meet the policy. */
  PASSWORD_POLICY,
  /** A person with this document number exists. */
  DUPLICATE,
  /** The act does not fit the state the record or event is in. */
  WRONG_STATE,
  /** A reason is needed to reveal or export. */
  REASON_REQUIRED,
  /** The same request id was used for a different request. */
  REQUEST_ID_REUSED,
  /** The request or file is larger than allowed. */
  TOO_LARGE,
  /** Too many requests in a short time. */
  TOO_MANY_REQUESTS,
  /** The file cannot be read as a spreadsheet. */
  UNREADABLE_FILE,
  /** The file is protected by a password. */
  ENCRYPTED_FILE,
  /** The file holds no rows that could be taken in. */
  EMPTY_FILE,
  /** It is not clear what kind of records the file holds. */
  UNKNOWN_SHEET,
  /** The month is not over or lies outside what can be counted. */
  MONTH_NOT_OVER,
  /** Figures do not agree with one another; the bulletin is stopped. */
  FIGURES_DISAGREE,
  /** The settings file holds a wrong key or value. */
  BAD_SETTING,
  /** The catalogue files contradict themselves. */
  BAD_CATALOGUE,
  /** The database is newer than the program. */
  DATABASE_TOO_NEW,
  /** The database cannot be reached or opened. */
  DATABASE_UNAVAILABLE,
  /** The record this one belongs to is not active. */
  PARENT_CANCELLED,
  /** A database stands where an empty one is needed. */
  DATABASE_NOT_EMPTY,
  /** Another process holds the data folder. */
  DATA_IN_USE,
  /** No server was set up in the data folder. */
  NOT_INITIALISED,
  /** Another program listens at the port. */
  PORT_IN_USE,
  /** The server cannot be reached. */
  SERVER_UNREACHABLE,
  /** The server's certificate is not the enrolled one. */
  SERVER_NOT_TRUSTED,
  /** Something broke inside; the log has it under the given number. */
  INTERNAL;

  /** The stable key on the wire and in the wording bundle, such as {@code stale-version}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code with this key, or empty. */
  public static Optional<ProblemCode> of(String key) {
    return Arrays.stream(values()).filter(code -> code.key().equals(key)).findFirst();
  }
}
