package org.wangge.wire;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * The short code with which a workstation is enrolled: the first 100 bits of the SHA-256 of the
 * authority's certificate, as twenty signs that are easy to read out, such as {@code
 * 7K3QM-0ZX9B-RT2WD-H8CVF}. Whoever has the code needs nothing else to know the right server.
 */
public final class EnrolmentCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 20;
  private static final int GROUP = 5;

  private EnrolmentCode() {}

  /** The code of an authority. */
  public static String of(X509Certificate authority) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("SHA-256").digest(authority.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("not a certificate", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    BigInteger bits = new BigInteger(1, digest).shiftRight(256 - LENGTH * 5);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SIGNS.charAt(bits.shiftRight((LENGTH - 1 - i) * 5).intValue() & 31));
    }
    return code.toString();
  }

  /**
   * Whether a typed code belongs to the authority. Hyphens, spaces and small letters do not matter,
   * nor do O for 0 and I or L for 1.
   */
  public static boolean matches(String typed, X509Certificate authority) {
    return plain(typed).equals(plain(of(authority)));
  }

  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
