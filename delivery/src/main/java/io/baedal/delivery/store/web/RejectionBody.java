package io.baedal.delivery.store.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why a store will not prepare an order, in its own words. */
record RejectionBody(
    @Schema(example = "sold out")
        @NotBlank(message = REASON)
        @Size(max = 200, message = REASON)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not contain control characters")
        String reason) {

  private static final String REASON = "must be text of 1 to 200 characters";
}
