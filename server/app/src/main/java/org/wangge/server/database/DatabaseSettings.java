package org.wangge.server.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the data lives and how it is reached.
 *
 * @param folder data folder of this server; keys are kept in its {@code keys}, an embedded database
 *     in its {@code database}
 * @param remote true when the database is served by another process or host
 * @param host EMBEDDED: address the network server of this process listens on; REMOTE: the host
 * @param port EMBEDDED: port of the network server, 0 = none; REMOTE: the port
 * @param name REMOTE: name of the database there; empty otherwise
 * @param certificate REMOTE: file with the certificate (PEM) the other side must show
 * @param keyStore EMBEDDED: PKCS #12 file for TLS of the network server; must be given when the
 *     address is not the machine's own
 * @param keyStorePassword password of that file; empty when none
 * @param connections operations allowed inside the engine at once
 */
public record DatabaseSettings(
    Path folder,
    boolean remote,
    String host,
    int port,
    String name,
    Optional<Path> certificate,
    Optional<Path> keyStore,
    String keyStorePassword,
    int connections) {

  /** Operations in the engine at once: four for each of two cores was the best measured. */
  public static final int CONNECTIONS = 8;

  /** A database in this process, without a network server. */
  public static DatabaseSettings embedded(Path folder) {
    return new DatabaseSettings(
        folder, false, "127.0.0.1", 0, "", Optional.empty(), Optional.empty(), "", CONNECTIONS);
  }

  /**
   * A database served by another Derby network server, reached with TLS.
   *
   * @param folder data folder of this server, for the keys
   * @param name name of the database on the other side
   * @param certificate PEM file with the certificate that server must show
   */
  public static DatabaseSettings remote(
      Path folder, String host, int port, String name, Path certificate) {
    return new DatabaseSettings(
        folder,
        true,
        host,
        port,
        name,
        Optional.of(certificate),
        Optional.empty(),
        "",
        CONNECTIONS);
  }

  /** The same with a network server in this process for administration and reporting tools. */
  public DatabaseSettings withNetworkServer(String address, int listenPort) {
    return new DatabaseSettings(
        folder,
        remote,
        address,
        listenPort,
        name,
        certificate,
        keyStore,
        keyStorePassword,
        connections);
  }

  /** The same with TLS on the network server. */
  public DatabaseSettings withTls(Path store, String password) {
    return new DatabaseSettings(
        folder, remote, host, port, name, certificate, Optional.of(store), password, connections);
  }

  /** The folder of an embedded database. */
  Path database() {
    return folder.resolve("database").toAbsolutePath().normalize();
  }

  /** The secret is left out. */
  @Override
  public String toString() {
    return "DatabaseSettings["
        + (remote ? host + ":" + port + "/" + name : database().toString())
        + "]";
  }
}
