package org.wangge.server.database;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.apache.derby.authentication.UserAuthenticator;

/**
 * Guards what Derby does outside our own database: making or opening other databases and stopping
 * the engine. Only this process knows the password, so that nobody who reaches the network server
 * can open a database of his own and with it run code in the server. Our database guards itself
 * with the accounts kept inside it. Public because Derby makes it by name.
 */
public final class SystemGate implements UserAuthenticator {
  private static final String PASSWORD = random();

  /** For Derby. */
  public SystemGate() {}

  static String password() {
    return PASSWORD;
  }

  @Override
  public boolean authenticateUser(
      String user, String password, String database, Properties information) {
    return password != null
        && MessageDigest.isEqual(
            PASSWORD.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            password.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
