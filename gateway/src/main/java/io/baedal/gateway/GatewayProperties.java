package io.baedal.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param routes where the services are
 * @param maxBody the longest request body that is passed on; longer ones get 413
 * @param bodyTimeout how long a client may take to send its body before it gets 408
 * @param breaker when a service counts as down
 */
@Validated
@ConfigurationProperties("gateway")
record GatewayProperties(
    @Valid @NotNull Routes routes,
    @NotNull DataSize maxBody,
    @NotNull Duration bodyTimeout,
    @Valid @NotNull Breaker breaker) {

  /** One address for each service. */
  record Routes(
      @Valid @NotNull Target order,
      @Valid @NotNull Target payment,
      @Valid @NotNull Target delivery,
      @Valid @NotNull Target orderView) {}

  /** Scheme, host and port of a service; a path in it has no effect. */
  record Target(@NotNull URI url) {}

  /**
   * The circuit breaker that each service has of its own.
   *
   * @param calls how many of the last calls are looked at
   * @param minimumCalls how many calls it takes before the breaker may open
   * @param failurePercentage the share of failed calls that opens it
   * @param pause how long it stays open, also told to clients as {@code Retry-After}
   * @param trialCalls how many calls it then lets through to see whether the service is back
   */
  record Breaker(
      @Min(1) int calls,
      @Min(1) int minimumCalls,
      @Min(1) @Max(100) int failurePercentage,
      @NotNull Duration pause,
      @Min(1) int trialCalls) {}
}
