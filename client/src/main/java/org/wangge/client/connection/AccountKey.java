package org.wangge.client.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which an account's drafts and waiting saves lie on this workstation. It is random,
 * and itself locked with the account's password: whoever carries the disk away reads nothing, and
 * nobody else who signs in here does either. Held in memory only while the account is signed in.
 */
final class AccountKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;
  // PBKDF2-HMAC-SHA256 as OWASP asks for it.
  private static final int ROUNDS = 600_000;

  private final SecretKey key;

  private AccountKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A new random key. */
  static AccountKey random() {
    byte[] bytes = new byte[KEY];
    RANDOM.nextBytes(bytes);
    return new AccountKey(bytes);
  }

  /** The key in this file, or empty when the password does not open it. */
  static Optional<AccountKey> read(Path file, String password) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      byte[] salt = new byte[SALT];
      bytes.get(salt);
      byte[] sealed = new byte[bytes.remaining()];
      bytes.get(sealed);
      return Optional.of(new AccountKey(open(wrapper(password, salt), sealed)));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open the key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the key, locked with this password. */
  void write(Path file, String password) {
    try {
      byte[] salt = new byte[SALT];
      RANDOM.nextBytes(salt);
      byte[] sealed = seal(wrapper(password, salt), key.getEncoded());
      byte[] bytes = Arrays.copyOf(salt, SALT + sealed.length);
      System.arraycopy(sealed, 0, bytes, SALT, sealed.length);
      WholeFile.write(file, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot lock the key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Locks bytes. */
  byte[] seal(byte[] clear) {
    try {
      return seal(key, clear);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    }
  }

  /** Opens what {@link #seal} made; empty when it is damaged or of another key. */
  Optional<byte[]> open(byte[] sealed) {
    try {
      return Optional.of(open(key, sealed));
    } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SecretKey wrapper(String password, byte[] salt) throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY * 8);
    try {
      return new SecretKeySpec(
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(),
          "AES");
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] seal(SecretKey key, byte[] clear) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    byte[] sealed = cipher.doFinal(clear);
    byte[] bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
    return bytes;
  }

  private static byte[] open(SecretKey key, byte[] bytes) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(bytes, NONCE)));
    return cipher.doFinal(bytes, NONCE, bytes.length - NONCE);
  }
}
