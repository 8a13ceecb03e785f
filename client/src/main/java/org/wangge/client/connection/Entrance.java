package org.wangge.client.connection;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.wangge.wire.Session;

/** What is needed to come in: enrolment, sign-in, password. Calls wait for the answer. */
public interface Entrance {
  /** The server this workstation belongs to; empty until it is enrolled. */
  Optional<URI> server();

  /**
   * Enrols by the code from the server's installation.
   *
   * @throws org.wangge.problem.Problem SERVER_UNREACHABLE, SERVER_NOT_TRUSTED
   */
  void enrol(URI server, String code);

  /**
   * Enrols by the certificate file from the server's installation.
   *
   * @throws org.wangge.problem.Problem SERVER_NOT_TRUSTED
   */
  void enrol(URI server, Path certificate);

  /**
   * Opens a session.
   *
   * @throws org.wangge.problem.Problem SIGN_IN_REFUSED, ACCOUNT_LOCKED, SERVER_UNREACHABLE,
   *     SERVER_NOT_TRUSTED
   */
  Session signIn(String account, String password);

  /**
   * Changes the password of the signed-in account.
   *
   * @throws org.wangge.problem.Problem PASSWORD_POLICY, SIGN_IN_REFUSED
   */
  void changePassword(String current, String next);

  /** Ends the session; never fails. */
  void signOut();
}
