package org.wangge.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Derby takes keys and trust from the process's default TLS context; everything else in this
 * program brings its own, so the default is the database's alone.
 */
final class Tls {
  private Tls() {}

  /** Lets the network server show the certificate of this file. */
  static void serve(Path keyStore, String password) {
    try (InputStream stream = Files.newInputStream(keyStore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(stream, password.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password.toCharArray());
      install(keys.getKeyManagers(), null);
    } catch (IOException | GeneralSecurityException e) {
      throw Unavailable.because("tls", e);
    }
  }

  /** Trusts the certificates of this file and no other. */
  static void trust(Path pem) {
    try (InputStream stream = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
        store.setCertificateEntry("server" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      install(null, trust.getTrustManagers());
    } catch (IOException | GeneralSecurityException e) {
      throw Unavailable.because("tls", e);
    }
  }

  private static void install(KeyManager[] keys, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    SSLContext.setDefault(context);
  }
}
