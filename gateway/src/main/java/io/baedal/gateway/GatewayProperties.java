package io.baedal.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set.
 *
 * @param routes where the services are
 * @param maxBody the longest request body that is passed on; longer ones get 413
 * @param requestTimeout how long a client may take to send a request, headers and body, before it
 *     gets 408; a new connection that sends nothing for so long is closed
 * @param answerTimeout how long a client may take to read what was last written of its answer,
 *     before it is cut off and the service that answers is let go
 * @param hosts the full names under which the gateway answers, see {@link
 *     io.baedal.web.browser.HostRule}
 * @param corsOrigins the origins of the pages that may call from another site, such as {@code
 *     https://shop.example}
 * @param drain how long the gateway goes on answering after it was told to stop, so that whoever
 *     spreads the load over several gateways can take notice
 * @param maxConnections how many clients may be connected at a time; the next one is cut off
 * @param inFlight how much may be in hand at a time
 * @param breaker when a service counts as down
 */
@Validated
@ConfigurationProperties("gateway")
record GatewayProperties(
    @Valid @NotNull Routes routes,
    @NotNull DataSize maxBody,
    @NotNull @DurationMin(seconds = 1) Duration requestTimeout,
    @NotNull @DurationMin(seconds = 1) Duration answerTimeout,
    @NotNull List<String> hosts,
    @NotNull List<@Pattern(regexp = "https?://[^/*,\\s]+") String> corsOrigins,
    @NotNull Duration drain,
    @Min(1) int maxConnections,
    @Valid @NotNull InFlight inFlight,
    @Valid @NotNull Breaker breaker) {

  GatewayProperties {
    hosts = hosts == null ? List.of() : List.copyOf(hosts);
    corsOrigins = corsOrigins == null ? List.of() : List.copyOf(corsOrigins);
  }

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
   * How much may be in hand at a time; what is beyond it gets 503.
   *
   * @param total requests that wait for their answer
   * @param perService the same for each service: fewer, so that a slow one cannot take all places,
   *     and fewer than there are connections to it, so that none waits for a connection
   * @param bodies all request bodies together; they are kept in memory
   * @param retryAfter who is refused is asked to wait for this long, or up to twice as long
   */
  record InFlight(
      @Min(1) int total,
      @Min(1) int perService,
      @NotNull DataSize bodies,
      @NotNull @DurationMin(seconds = 1) Duration retryAfter) {}

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
