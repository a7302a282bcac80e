package io.baedal.order.ordering;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies the content of a request, independent of the form of its JSON.
 *
 * @param value a SHA-256, 64 hexadecimal digits
 */
public record Fingerprint(String value) {

  /** The fingerprint of a request for {@code content}. */
  static Fingerprint of(OrderContent content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical(content));
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Writes the fields that were added later. Absent fields add nothing, so that the fingerprints of
   * earlier requests do not change.
   */
  private static void writeAddedFields(DataOutputStream out, OrderContent content)
      throws IOException {
    for (Item item : content.items()) {
      for (String option : item.options()) {
        out.writeByte('o');
        out.writeUTF(option);
      }
      if (!item.options().isEmpty()) {
        out.writeByte('.');
      }
    }
    if (content.note() != null) {
      out.writeByte('n');
      out.writeUTF(content.note());
    }
    if (content.phone() != null) {
      out.writeByte('p');
      out.writeUTF(content.phone());
    }
  }

  private static byte[] canonical(OrderContent content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      String reference = content.clientReference();
      out.writeBoolean(reference != null);
      out.writeUTF(reference == null ? "" : reference);
      out.writeUTF(content.customerId());
      out.writeUTF(content.storeId());
      out.writeUTF(content.currency().getCurrencyCode());
      out.writeUTF(content.deliveryAddress());
      out.writeUTF(content.paymentMethod());
      for (Item item : content.items()) {
        out.writeUTF(item.productName());
        out.writeInt(item.quantity());
        out.writeLong(item.unitPrice());
      }
      writeAddedFields(out, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
