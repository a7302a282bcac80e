package io.baedal.orderview.view.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** An order id in a path. */
final class OrderIdParameter {

  /** {@link UUID#fromString} also takes {@code 1-1-1-1-1}. */
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  static UUID parse(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new InvalidRequest(List.of(new InvalidRequest.Field("orderId", "must be a UUID")));
    }
    return UUID.fromString(text);
  }

  private OrderIdParameter() {}
}
