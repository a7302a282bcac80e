package io.baedal.order.ordering.web;

import io.baedal.order.ordering.OrderId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads an order's id off a path. */
final class PathId {

  /** {@link UUID#fromString} alone takes "1-1-1-1-1" too. */
  private static final Pattern UUID_TEXT =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  /**
   * The id in {@code text}.
   *
   * @throws InvalidRequest if it is none
   */
  static OrderId read(String text) {
    return parse(text)
        .map(OrderId::new)
        .orElseThrow(() -> InvalidRequest.of("id", "must be a UUID"));
  }

  static Optional<UUID> parse(String text) {
    return UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private PathId() {}
}
