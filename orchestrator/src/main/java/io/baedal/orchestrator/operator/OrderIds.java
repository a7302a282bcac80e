package io.baedal.orchestrator.operator;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the order id of a path. */
final class OrderIds {

  /** Stricter than {@link UUID#fromString}, which takes 1-1-1-1-1. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static UUID parse(String id) {
    if (!UUID_TEXT.matcher(id).matches()) {
      throw Refusal.badField("orderId", "must be a UUID");
    }
    return UUID.fromString(id);
  }

  private OrderIds() {}
}
