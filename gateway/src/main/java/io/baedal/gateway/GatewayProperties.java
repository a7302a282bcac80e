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
 * Settings of the gateway.
 *
 * @param routes where the services are
 * @param maxBody the maximum length of a request body; longer ones get 413
 * @param requestTimeout how long a client may take to send a request, headers and body, before it
 *     gets 408; a new connection that sends nothing for that long is closed
 * @param answerTimeout how long a client may take to read the last written part of its answer,
 *     before its connection is closed and the service is released
 * @param hosts the full names under which the gateway answers, see {@link
 *     io.baedal.web.browser.HostRule}
 * @param corsOrigins the origins of the pages that may call from another site, such as {@code
 *     https://shop.example}
 * @param drain how long the gateway continues to answer after a stop was requested, so that a load
 *     balancer in front of several gateways can notice
 * @param maxConnections how many connections may be open at a time; further ones are closed
 * @param inFlight how many requests and bodies may be in progress at a time
 * @param breaker when a service is treated as down
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
   * @param url scheme, host and port; a path has no effect. A single address is used as it is,
   *     since it may balance the load itself, as a Kubernetes Service does. Of several, the gateway
   *     calls the ready ones in turn
   */
  record Target(@NotEmpty List<@NotNull URI> url) {}

  /**
   * How many requests and bodies may be in progress at a time; further ones get 503.
   *
   * @param total requests that wait for an answer
   * @param perService the same for each service: fewer than {@code total}, so that a slow service
   *     cannot use all permits, and fewer than the connections to it, so that no request waits for
   *     a connection
   * @param bodies the size of all request bodies together; they are held in memory
   * @param retryAfter a refused client is asked to wait this long, or up to twice as long
   */
  record InFlight(
      @Min(1) int total,
      @Min(1) int perService,
      @NotNull DataSize bodies,
      @NotNull @DurationMin(seconds = 1) Duration retryAfter) {}

  /**
   * The circuit breaker; each service has a separate one.
   *
   * @param calls how many of the last calls are evaluated
   * @param minimumCalls how many calls are needed before the breaker may open
   * @param failurePercentage the share of failed calls that opens it
   * @param pause how long it stays open, also sent to clients as {@code Retry-After}
   * @param trialCalls how many calls it then lets through to test whether the service is available
   */
  record Breaker(
      @Min(1) int calls,
      @Min(1) int minimumCalls,
      @Min(1) @Max(100) int failurePercentage,
      @NotNull Duration pause,
      @Min(1) int trialCalls) {}
}
