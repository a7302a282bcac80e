package io.baedal.order;

import io.baedal.web.request.Name;
import io.baedal.web.request.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order service.
 *
 * @param defaults values for the fields that a request omits
 * @param admission the limits on waiting orders and on orders placed at the same time
 * @param catalogue where the prices of orders come from
 * @param idempotencyKeyRetention how long a repeated request with the same key returns the first
 *     answer; at least 24 hours, and shorter than the retention of orders
 */
@Validated
@ConfigurationProperties("order")
public record OrderProperties(
    @Valid @DefaultValue Defaults defaults,
    @Valid @DefaultValue Admission admission,
    @DefaultValue Catalogue catalogue,
    @DefaultValue("48h") Duration idempotencyKeyRetention) {

  public OrderProperties {
    if (idempotencyKeyRetention.toHours() < 24 || idempotencyKeyRetention.toDays() > 90) {
      throw new IllegalArgumentException("order.idempotency-key-retention must be from 24h to 90d");
    }
  }

  /**
   * The limits above which orders are refused.
   *
   * @param maxWaiting the maximum number of waiting orders, over all instances. A small machine
   *     processes 2,000 orders in two minutes; without the orchestrator, one order per second fills
   *     the limit in half an hour
   * @param maxAtWork how many orders one instance places at the same time; the same number of
   *     requests waits for a permit. Together they are fewer than the threads, so that the rest of
   *     the API stays available, and get a database connection within milliseconds
   * @param longestWait how long a request waits for a permit
   * @param retryAfter the minimum of {@code Retry-After} for a refused client; the maximum is twice
   *     as long
   */
  public record Admission(
      @DefaultValue("2000") @Min(1) @Max(1_000_000) int maxWaiting,
      @DefaultValue("20") @Min(1) @Max(10_000) int maxAtWork,
      @DefaultValue("1s") Duration longestWait,
      @DefaultValue("5s") Duration retryAfter) {

    public Admission {
      if (retryAfter.toSeconds() < 1 || retryAfter.toHours() > 1) {
        throw new IllegalArgumentException("order.admission.retry-after must be from 1s to 1h");
      }
      if (longestWait.isNegative() || longestWait.toSeconds() > 10) {
        throw new IllegalArgumentException("order.admission.longest-wait must be from 0s to 10s");
      }
    }
  }

  /**
   * The catalogue: the menus of the stores.
   *
   * @param enabled whether the price of an item is that of the store's menu. Otherwise each order
   *     states its prices; for installations where a trusted system in front of this service sets
   *     them
   * @param importFile a file with menus, which are added at the start to stores that have none: a
   *     path, or {@code classpath:demo-menus.json} for the menu of the store {@code store-1}
   */
  public record Catalogue(@DefaultValue("true") boolean enabled, @Nullable String importFile) {

    public Catalogue {
      importFile = unlessBlank(importFile);
    }
  }

  /**
   * Values for fields that a request omits, so that {@code {"orderId": "30", "productName":
   * "APPLE"}} is an order. A field without a default, or with a blank one, stays required. There is
   * no default price: it comes from the menu, or from the request.
   */
  public record Defaults(
      @Name(max = 64) @Nullable String customerId,
      @Name(max = 64) @Nullable String storeId,
      @Nullable @Min(1) @Max(999) Integer quantity,
      @Text(max = 500) @Nullable String deliveryAddress,
      @Text(max = 64) @Nullable String paymentMethod) {

    public Defaults {
      customerId = unlessBlank(customerId);
      storeId = unlessBlank(storeId);
      deliveryAddress = unlessBlank(deliveryAddress);
      paymentMethod = unlessBlank(paymentMethod);
    }
  }

  private static @Nullable String unlessBlank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
