package io.baedal.order.ordering.web;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.OrderOutcome;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the API's description shows of request bodies, which controllers take as raw JSON. A test
 * posts the examples and compares the fields with those that are read.
 */
final class Examples {

  static final String ORDER =
      """
      {
        "customerId": "customer-1",
        "storeId": "store-1",
        "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000}],
        "currency": "KRW",
        "deliveryAddress": "Seoul, Songpa-gu, Wiryeseong-daero 2",
        "paymentMethod": "CARD"
      }
      """;

  static final String SHORT_ORDER =
      """
      {"orderId": "30", "productName": "APPLE"}
      """;

  static final String CANCELLATION =
      """
      {"reason": "ordered twice"}
      """;

  static final String OUTCOME =
      """
      {"outcome": "REJECTED", "reason": "STORE_REJECTED"}
      """;

  static final String REPUBLICATION =
      """
      {"since": "2026-11-22T18:00:00Z"}
      """;

  @Schema(
      name = "NewOrder",
      description =
          "Either items, or productName with quantity and unitPrice. Where the service has"
              + " defaults, they stand in for fields left out; elsewhere all but orderId and"
              + " currency are required.")
  record NewOrder(
      @Schema(
              description = "The client's own reference, text or whole number, once per customer",
              maxLength = 64)
          @Nullable String orderId,
      @Schema(maxLength = 64) String customerId,
      @Schema(maxLength = 64) String storeId,
      @ArraySchema(minItems = 1, maxItems = 100) List<NewItem> items,
      @Schema(description = "ISO 4217; KRW if left out") @Nullable String currency,
      @Schema(maxLength = 500) String deliveryAddress,
      @Schema(maxLength = 64) String paymentMethod,
      @Schema(description = "Short form", maxLength = 200) @Nullable String productName,
      @Schema(description = "Short form", minimum = "1", maximum = "999")
          @Nullable Integer quantity,
      @Schema(
              description = "Short form, in whole minor units",
              minimum = "1",
              maximum = "1000000000")
          @Nullable Long unitPrice) {}

  @Schema(name = "NewItem")
  record NewItem(
      @Schema(maxLength = 200) String productName,
      @Schema(minimum = "1", maximum = "999") int quantity,
      @Schema(description = "In whole minor units", minimum = "1", maximum = "1000000000")
          long unitPrice) {}

  @Schema(name = "CancellationRequest")
  record CancellationRequest(@Schema(maxLength = 200) @Nullable String reason) {}

  @Schema(name = "Outcome")
  record Outcome(OrderOutcome outcome, @Nullable ReasonCode reason) {}

  @Schema(name = "Republication")
  record Republication(
      @Schema(description = "Of what changed then or later; of all if left out")
          @Nullable Instant since,
      @Schema(description = "Where the call before ended") @Nullable UUID after) {}

  private Examples() {}
}
