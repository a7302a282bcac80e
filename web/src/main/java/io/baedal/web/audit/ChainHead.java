package io.baedal.web.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The newest entry of a log, on which the next one depends.
 *
 * @param sequence its number; 0 if there is no entry yet
 * @param hash its hash, in hexadecimal digits
 */
public record ChainHead(long sequence, String hash) {

  private static final int HEX_DIGITS = 64;

  /** The head of an empty log. */
  public static final ChainHead START = new ChainHead(0, "0".repeat(HEX_DIGITS));

  public ChainHead {
    if (sequence < 0 || hash.length() != HEX_DIGITS) {
      throw new IllegalArgumentException("not the head of a chain");
    }
  }

  /** Adds an entry; its head is the next head. */
  public ChainedEntry next(String service, AuditEntry entry) {
    long number = sequence + 1;
    byte[] form = CanonicalForm.of(service, number, entry);
    return new ChainedEntry(service, number, entry, hash, sha256(form));
  }

  public static ChainHead of(ChainedEntry newest) {
    return new ChainHead(newest.sequence(), newest.hash());
  }

  private String sha256(byte[] form) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(hash));
      return HexFormat.of().formatHex(digest.digest(form));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}
