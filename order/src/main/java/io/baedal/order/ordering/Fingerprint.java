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

  /** No price is negative. */
  private static final long LEFT_TO_THE_MENU = -1;

  static Fingerprint of(OrderRequest request) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical(request));
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Writes the fields that were added later. Absent fields add nothing, so that the fingerprints of
   * earlier requests do not change.
   */
  private static void writeAddedFields(DataOutputStream out, OrderRequest request)
      throws IOException {
    for (RequestedItem item : request.items()) {
      for (String option : item.options()) {
        out.writeByte('o');
        out.writeUTF(option);
      }
      if (!item.options().isEmpty()) {
        out.writeByte('.');
      }
    }
    if (request.note() != null) {
      out.writeByte('n');
      out.writeUTF(request.note());
    }
    if (request.phone() != null) {
      out.writeByte('p');
      out.writeUTF(request.phone());
    }
  }

  private static byte[] canonical(OrderRequest request) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      String reference = request.clientReference();
      out.writeBoolean(reference != null);
      out.writeUTF(reference == null ? "" : reference);
      out.writeUTF(request.customerId());
      out.writeUTF(request.storeId());
      out.writeUTF(request.currency().getCurrencyCode());
      out.writeUTF(request.deliveryAddress());
      out.writeUTF(request.paymentMethod());
      for (RequestedItem item : request.items()) {
        out.writeUTF(item.productName());
        out.writeInt(item.quantity());
        out.writeLong(item.unitPrice() == null ? LEFT_TO_THE_MENU : item.unitPrice());
      }
      writeAddedFields(out, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
