package io.baedal.delivery.store.web;

import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a store will not prepare an order, in its own words.
 *
 * @param reason optional; only its first characters are kept
 */
record RejectionBody(@Schema(example = "sold out") @Nullable Remark reason) {

  /** The longest reason that is kept, in characters. */
  private static final int LONGEST = 200;

  @Nullable String keptReason() {
    return Remark.kept(reason, LONGEST);
  }

  /** The notice to the store if its reason is not kept as it was sent. */
  @Nullable String notice() {
    return Remark.notice(reason, LONGEST);
  }
}
