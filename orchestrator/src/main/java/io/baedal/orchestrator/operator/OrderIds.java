package io.baedal.orchestrator.operator;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the order id of a path. */
final class OrderIds {

  /** Stricter than {@link UUID#fromString}, which takes 1-1-1-1-1. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static UUID parse(String id) {
    return parse("orderId", id);
  }

  /** Reads another id, of which the path speaks as {@code name}. */
  static UUID parse(String name, String id) {
    if (!UUID_TEXT.matcher(id).matches()) {
      throw Refusal.badField(name, "must be a UUID");
    }
    return UUID.fromString(id);
  }

  private OrderIds() {}
}
