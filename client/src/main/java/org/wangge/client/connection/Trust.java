package org.wangge.client.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.wire.EnrolmentCode;

/** Whom the workstation believes: the authority of its own town and nobody else. */
public final class Trust {
  private static final int TIME_LIMIT_MILLIS = 10_000;

  private Trust() {}

  /**
   * TLS that trusts only the authority in this PEM file.
   *
   * @throws Problem SERVER_NOT_TRUSTED when the file holds no certificate
   */
  public static SSLContext of(Path authority) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("authority", read(Files.readAllBytes(authority)));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Problem(ProblemCode.SERVER_NOT_TRUSTED, Map.of(), e);
    }
  }

  /**
   * Enrols by the code printed at the server's installation: takes the authority's certificate that
   * the server shows, if and only if it has this code, and writes it to the file.
   *
   * @throws Problem SERVER_UNREACHABLE, or SERVER_NOT_TRUSTED when the code is another one's
   */
  public static void enrol(URI server, String code, Path file) {
    Witness witness = new Witness();
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {witness}, new SecureRandom());
      int port = server.getPort() < 0 ? 443 : server.getPort();
      try (Socket plain = new Socket()) {
        plain.connect(new InetSocketAddress(server.getHost(), port), TIME_LIMIT_MILLIS);
        plain.setSoTimeout(TIME_LIMIT_MILLIS);
        try (SSLSocket socket =
            (SSLSocket)
                context.getSocketFactory().createSocket(plain, server.getHost(), port, true)) {
          socket.startHandshake();
        }
      }
    } catch (IOException e) {
      if (witness.authority == null) {
        throw new Problem(ProblemCode.SERVER_UNREACHABLE, Map.of(), e);
      }
    } catch (GeneralSecurityException e) {
      throw new Problem(ProblemCode.SERVER_NOT_TRUSTED, Map.of(), e);
    }
    try {
      if (!EnrolmentCode.matches(code, witness.authority)) {
        throw new Problem(ProblemCode.SERVER_NOT_TRUSTED);
      }
      write(file, witness.authority.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new Problem(ProblemCode.SERVER_NOT_TRUSTED, Map.of(), e);
    } catch (IOException e) {
      throw new Problem(ProblemCode.INTERNAL, Map.of(), e);
    }
  }

  /**
   * Enrols by the certificate file carried over from the server.
   *
   * @throws Problem SERVER_NOT_TRUSTED when the file holds no certificate
   */
  public static void enrol(Path carried, Path file) {
    try {
      write(file, read(Files.readAllBytes(carried)).getEncoded());
    } catch (GeneralSecurityException | IOException e) {
      throw new Problem(ProblemCode.SERVER_NOT_TRUSTED, Map.of(), e);
    }
  }

  private static X509Certificate read(byte[] pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static void write(Path file, byte[] certificate) throws IOException {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n";
    WholeFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Looks at the chain a server shows and remembers its last certificate. Nothing is sent over such
   * a connection: it only fetches the certificate whose code is compared afterwards.
   */
  private static final class Witness extends X509ExtendedTrustManager {
    private X509Certificate authority;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      authority = chain[chain.length - 1];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      authority = chain[chain.length - 1];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      authority = chain[chain.length - 1];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
