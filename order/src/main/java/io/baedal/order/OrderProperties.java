package io.baedal.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order service.
 *
 * @param defaults what an order gets that does not say it itself
 */
@Validated
@ConfigurationProperties("order")
public record OrderProperties(@Valid @DefaultValue Defaults defaults) {

  /**
   * Stands in for what a request leaves out, so that {@code {"orderId": "30", "productName":
   * "APPLE"}} is an order. Whatever is unset, or set to nothing, stays required.
   *
   * @param unitPrice in whole minor units of the order's currency
   */
  public record Defaults(
      @Nullable @Size(max = 64) String customerId,
      @Nullable @Size(max = 64) String storeId,
      @Nullable @Min(1) @Max(999) Integer quantity,
      @Nullable @Min(1) @Max(1_000_000_000) Long unitPrice,
      @Nullable @Size(max = 500) String deliveryAddress,
      @Nullable @Size(max = 64) String paymentMethod) {

    public Defaults {
      customerId = unlessBlank(customerId);
      storeId = unlessBlank(storeId);
      deliveryAddress = unlessBlank(deliveryAddress);
      paymentMethod = unlessBlank(paymentMethod);
    }

    private static @Nullable String unlessBlank(@Nullable String value) {
      return value == null || value.isBlank() ? null : value;
    }
  }
}
