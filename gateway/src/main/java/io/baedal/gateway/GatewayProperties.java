package io.baedal.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param routes where the services are
 * @param maxBody the longest request body that is passed on; longer ones get 413
 * @param bodyTimeout how long a client may take to send its body before it gets 408
 * @param drain how long the gateway goes on answering after it was told to stop, so that whoever
 *     spreads the load over several gateways can take notice
 * @param breaker when a service counts as down
 */
@Validated
@ConfigurationProperties("gateway")
record GatewayProperties(
    @Valid @NotNull Routes routes,
    @NotNull DataSize maxBody,
    @NotNull Duration bodyTimeout,
    @NotNull Duration drain,
    @Valid @NotNull Breaker breaker) {

  /** Where each service is. */
  record Routes(
      @Valid @NotNull Target order,
      @Valid @NotNull Target payment,
      @Valid @NotNull Target delivery,
      @Valid @NotNull Target orderView) {}

  /**
   * Where a service is.
   *
   * @param url scheme, host and port; a path has no effect. One address is used as it is, since
   *     what is behind it may spread the load, as a Kubernetes Service does; of several, the
   *     gateway asks those that are ready in turn
   */
  record Target(@NotEmpty List<@NotNull URI> url) {}

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
