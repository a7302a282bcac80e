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
 * @param routes the addresses of the services
 * @param maxBody the maximum length of a request body; longer bodies are refused with 413
 * @param requestTimeout the timeout for a complete request, headers and body, which is then refused
 *     with 408; a new connection without a request is closed
 * @param answerTimeout the timeout for a client to read the last written part of its answer; its
 *     connection is then closed and the service is released
 * @param hosts the full host names that the gateway accepts, see {@link
 *     io.baedal.web.browser.HostRule}
 * @param corsOrigins the origins of pages that may send requests from another site, such as {@code
 *     https://shop.example}
 * @param drain how long the gateway answers requests after a stop was requested, so that a load
 *     balancer can detect it
 * @param maxConnections the maximum number of open connections; further ones are closed
 * @param inFlight the limits on requests and bodies in progress
 * @param breaker the settings of the circuit breakers
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

  /** The addresses of the services. */
  record Routes(
      @Valid @NotNull Target order,
      @Valid @NotNull Target payment,
      @Valid @NotNull Target delivery,
      @Valid @NotNull Target orderView) {}

  /**
   * The addresses of a service.
   *
   * @param url scheme, host and port; a path has no effect. A single address is used without a
   *     readiness check, since it may be a load balancer, such as a Kubernetes Service. Of several
   *     addresses, the ready ones are called in turn
   */
  record Target(@NotEmpty List<@NotNull URI> url) {}

  /**
   * The limits on requests and bodies in progress; further ones are refused with 503.
   *
   * @param total the maximum number of requests that wait for an answer
   * @param perService the same for each service: less than {@code total}, so that a slow service
   *     cannot use all permits, and less than its connections, so that no request waits for a
   *     connection
   * @param bodies the maximum total size of request bodies, which are held in memory
   * @param retryAfter the minimum of {@code Retry-After} for a refused client; the maximum is twice
   *     as long
   */
  record InFlight(
      @Min(1) int total,
      @Min(1) int perService,
      @NotNull DataSize bodies,
      @NotNull @DurationMin(seconds = 1) Duration retryAfter) {}

  /**
   * The circuit breaker; each service has a separate one.
   *
   * @param calls the number of calls that are evaluated
   * @param minimumCalls the number of calls before the breaker can open
   * @param failurePercentage the percentage of failed calls that opens it
   * @param pause how long it stays open, also sent to clients as {@code Retry-After}
   * @param trialCalls the number of calls that it then allows to test whether the service is
   *     available
   */
  record Breaker(
      @Min(1) int calls,
      @Min(1) int minimumCalls,
      @Min(1) @Max(100) int failurePercentage,
      @NotNull Duration pause,
      @Min(1) int trialCalls) {}
}
