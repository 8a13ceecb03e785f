package org.wangge.server.certificates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.PrivateFiles;

/**
 * The authority is made once, at installation, and is what workstations trust; the server's own
 * certificate is issued by it and renewed by itself when it runs out or when the machine is reached
 * under a new name.
 */
public final class Certificates {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365L);
  private static final Duration SERVER_LIFE = Duration.ofDays(2 * 365L);
  private static final Duration RENEW_BEFORE = Duration.ofDays(90);
  private static final String ALIAS = "wangge";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataFolder data;
  private final Clock clock;

  /** Certificates of a data folder. */
  public Certificates(DataFolder data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * A private key with its certificates.
   *
   * @param key private key
   * @param chain the key's certificate first, the authority's last
   */
  public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** Copies the list. */
    public Identity {
      chain = List.copyOf(chain);
    }

    /** The certificate that workstations trust. */
    public X509Certificate authority() {
      return chain.getLast();
    }

    /** The key's own certificate. */
    public X509Certificate certificate() {
      return chain.getFirst();
    }
  }

  /** The authority's certificate for handing out, in PEM. */
  public Path authorityFile() {
    return data.certificates().resolve("authority.pem");
  }

  /** The server's key and certificates, for the SQL network server. */
  public Path serverStore() {
    return data.keys().resolve("server.p12");
  }

  /** Password of {@link #serverStore()}. */
  public String storePassword() {
    return PrivateFiles.secret(data.keys().resolve("certificates"));
  }

  private Path authorityStore() {
    return data.keys().resolve("authority.p12");
  }

  /**
   * The server's identity; makes the authority where there is none and issues the server's
   * certificate where it is missing, runs out, or lacks a name.
   *
   * @param further names and addresses beside those of the machine
   */
  public Identity identity(Collection<String> further) {
    try {
      Identity authority = authority();
      Set<String> names = Names.ofThisMachine(further);
      if (Files.exists(serverStore())) {
        Identity server = read(serverStore());
        if (isStillGood(server.certificate(), names)) {
          return server;
        }
      }
      return issue(authority, names);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make the server's certificate", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TLS of the server with this identity. */
  public static SSLContext serverContext(Identity identity) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] password = new char[0];
      store.setKeyEntry(
          ALIAS, identity.key(), password, identity.chain().toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), null, RANDOM);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot set up TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TLS of a caller that trusts this authority and nobody else. */
  public static SSLContext clientContext(X509Certificate authority) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(ALIAS, authority);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), RANDOM);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot set up TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate in a PEM file. */
  public static X509Certificate readCertificate(Path pem) {
    try {
      return (X509Certificate)
          java.security.cert.CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a certificate: " + pem, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isStillGood(X509Certificate certificate, Set<String> names)
      throws CertificateParsingException {
    Set<String> present =
        certificate.getSubjectAlternativeNames().stream()
            .map(entry -> canonical(entry.get(1).toString()))
            .collect(Collectors.toSet());
    Instant ends = certificate.getNotAfter().toInstant();
    return clock.instant().plus(RENEW_BEFORE).isBefore(ends)
        && names.stream().allMatch(name -> present.contains(canonical(name)));
  }

  /** One spelling per name, since a certificate writes addresses of six in its own. */
  private static String canonical(String name) {
    if (!Names.isAddress(name)) {
      return name;
    }
    try {
      return java.net.InetAddress.getByName(name).getHostAddress();
    } catch (java.net.UnknownHostException e) {
      return name;
    }
  }

  private Identity authority()
      throws GeneralSecurityException, OperatorCreationException, IOException {
    if (Files.exists(authorityStore())) {
      return read(authorityStore());
    }
    KeyPair keys = keys();
    X500Name name = new X500Name("CN=Wangge Authority " + serial().toString(36).substring(0, 8));
    X509v3CertificateBuilder builder = builder(name, name, keys, AUTHORITY_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    Identity authority = new Identity(keys.getPrivate(), List.of(sign(builder, keys.getPrivate())));
    write(authorityStore(), authority);
    writePem(authorityFile(), authority.authority());
    return authority;
  }

  private Identity issue(Identity authority, Set<String> names)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair keys = keys();
    X509v3CertificateBuilder builder =
        builder(
            X500Name.getInstance(authority.authority().getSubjectX500Principal().getEncoded()),
            new X500Name("CN=Wangge Server"),
            keys,
            SERVER_LIFE);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.authority()));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            names.stream()
                .map(
                    name ->
                        new GeneralName(
                            Names.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName,
                            name))
                .toArray(GeneralName[]::new)));
    Identity server =
        new Identity(
            keys.getPrivate(), List.of(sign(builder, authority.key()), authority.authority()));
    write(serverStore(), server);
    return server;
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Duration life) {
    Instant now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        serial(),
        // Workstations' clocks may be a little behind.
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(life)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(127, RANDOM).setBit(126);
  }

  private Identity read(Path file) throws GeneralSecurityException, IOException {
    char[] password = storePassword().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
    List<X509Certificate> chain =
        java.util.Arrays.stream(store.getCertificateChain(ALIAS))
            .map(X509Certificate.class::cast)
            .toList();
    return new Identity((PrivateKey) store.getKey(ALIAS, password), chain);
  }

  private void write(Path file, Identity identity) throws GeneralSecurityException, IOException {
    char[] password = storePassword().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        ALIAS, identity.key(), password, identity.chain().toArray(Certificate[]::new));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    PrivateFiles.write(file, bytes.toByteArray());
  }

  private static void writePem(Path file, X509Certificate certificate) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificate);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text.toString(), StandardCharsets.US_ASCII);
  }
}
