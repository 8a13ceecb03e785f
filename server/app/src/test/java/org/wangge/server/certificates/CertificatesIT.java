package org.wangge.server.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.certificates.Certificates.Identity;
import org.wangge.server.settings.DataFolder;
import org.wangge.wire.EnrolmentCode;

class CertificatesIT {
  private final Instant now = Instant.now();

  @TempDir Path folder;
  private DataFolder data;

  @BeforeEach
  void createDataFolder() {
    data = new DataFolder(folder.resolve("data"));
    data.create();
  }

  private Certificates at(Instant instant) {
    return new Certificates(data, Clock.fixed(instant, ZoneId.of("Asia/Shanghai")));
  }

  @Test
  void aCallerThatTrustsTheAuthorityReachesTheServerByNameAndAddress() throws Exception {
    Identity identity = at(now).identity(List.of("wangge.example"));

    assertThat(handshake(identity, identity.authority(), "localhost")).isEqualTo("TLSv1.3");
    assertThat(handshake(identity, identity.authority(), "127.0.0.1")).isEqualTo("TLSv1.3");
    assertThat(handshake(identity, identity.authority(), "wangge.example")).isEqualTo("TLSv1.3");
  }

  @Test
  void aCallerThatTrustsAnotherAuthorityRefuses() {
    Identity identity = at(now).identity(List.of());
    DataFolder other = new DataFolder(folder.resolve("other"));
    other.create();
    X509Certificate stranger =
        new Certificates(other, Clock.systemUTC()).identity(List.of()).authority();

    assertThatThrownBy(() -> handshake(identity, stranger, "localhost"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theSameIdentityIsKeptAndTheServerCertificateRenewedBeforeItEnds() {
    Identity first = at(now).identity(List.of());
    Identity later = at(now.plus(Duration.ofDays(300))).identity(List.of());
    Identity muchLater = at(now.plus(Duration.ofDays(700))).identity(List.of());

    assertThat(later.certificate()).isEqualTo(first.certificate());
    assertThat(muchLater.certificate()).isNotEqualTo(first.certificate());
    assertThat(muchLater.authority()).isEqualTo(first.authority());
  }

  @Test
  void aNewNameOfTheMachineBringsANewCertificateOfTheSameAuthority() {
    Identity first = at(now).identity(List.of());
    Identity renamed = at(now).identity(List.of("town.example"));

    assertThat(renamed.certificate()).isNotEqualTo(first.certificate());
    assertThat(renamed.authority()).isEqualTo(first.authority());
  }

  @Test
  void privateKeysAreReadableByTheirOwnerOnly() throws IOException {
    at(now).identity(List.of());

    try (var files = Files.list(data.keys())) {
      assertThat(files.toList())
          .hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void theEnrolmentCodeNamesTheAuthorityHoweverItIsTyped() {
    X509Certificate authority = at(now).identity(List.of()).authority();
    String code = EnrolmentCode.of(authority);

    assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
    assertThat(EnrolmentCode.matches(code, authority)).isTrue();
    assertThat(
            EnrolmentCode.matches(
                code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), authority))
        .isTrue();
    assertThat(EnrolmentCode.matches("00000-00000-00000-00000", authority)).isFalse();
  }

  private static String handshake(Identity identity, X509Certificate trusted, String host)
      throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket server =
        (SSLServerSocket)
            Certificates.serverContext(identity)
                .getServerSocketFactory()
                .createServerSocket(0, 5, loopback)) {
      CompletableFuture<Void> accepted =
          CompletableFuture.runAsync(
              () -> {
                try (SSLSocket peer = (SSLSocket) server.accept()) {
                  peer.getOutputStream().write(1);
                } catch (IOException e) {
                  // the caller refused
                }
              });
      try (var plain = new java.net.Socket(loopback, server.getLocalPort());
          SSLSocket socket =
              (SSLSocket)
                  Certificates.clientContext(trusted)
                      .getSocketFactory()
                      .createSocket(plain, host, server.getLocalPort(), true)) {
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        try (InputStream stream = socket.getInputStream()) {
          assertThat(stream.read()).isEqualTo(1);
        }
        return socket.getSession().getProtocol();
      } finally {
        accepted.join();
      }
    }
  }
}
