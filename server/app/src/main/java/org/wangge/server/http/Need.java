package org.wangge.server.http;

import org.wangge.server.access.Rights;

/** What a caller must have before a route is entered. */
public sealed interface Need {
  /** Nothing: the route tells nothing about people and opens sessions. */
  record Open() implements Need {}

  /** The secret of the data folder, from this machine: the server's own command line. */
  record Control() implements Need {}

  /**
   * A session.
   *
   * @param beforePasswordChange true for what an account may do while its first password stands
   */
  record SignedIn(boolean beforePasswordChange) implements Need {}

  /** A session whose post has this function. */
  record Function(Rights.Function function) implements Need {}

  /**
   * A session whose post may do this to records of a type.
   *
   * @param act act
   * @param type type key; empty = the one in the path
   */
  record Act(Rights.Act act, String type) implements Need {}

  /** Nothing. */
  static Need open() {
    return new Open();
  }

  /** A session. */
  static Need signedIn() {
    return new SignedIn(false);
  }

  /** This function. */
  static Need of(Rights.Function function) {
    return new Function(function);
  }

  /** This act on the type in the path. */
  static Need of(Rights.Act act) {
    return new Act(act, "");
  }

  /** This act on this type. */
  static Need of(Rights.Act act, String type) {
    return new Act(act, type);
  }
}
