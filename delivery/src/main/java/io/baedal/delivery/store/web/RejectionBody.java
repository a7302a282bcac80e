package io.baedal.delivery.store.web;

import io.baedal.web.request.Text;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a store will not prepare an order, in its own words. */
record RejectionBody(@Schema(example = "sold out") @Text(max = 200) String reason) {}
