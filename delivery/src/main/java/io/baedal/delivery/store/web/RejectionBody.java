package io.baedal.delivery.store.web;

import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a store does not prepare an order.
 *
 * @param reason optional; truncated if it is too long
 */
record RejectionBody(@Schema(example = "sold out") @Nullable Remark reason) {

  /** The maximum length of a stored reason, in characters. */
  private static final int MAX_LENGTH = 200;

  @Nullable String keptReason() {
    return Remark.kept(reason, MAX_LENGTH);
  }

  /** The notice to the store if its reason is truncated. */
  @Nullable String notice() {
    return Remark.notice(reason, MAX_LENGTH);
  }
}
