package io.baedal.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are accepted; further ones are refused with 429.
 *
 * @param address of one address, or of one network of IPv6 ({@code /64}), with or without a token
 * @param client of one caller, by a token or a login
 * @param system of one operator or other system, which acts for many
 * @param trustedProxies the number of proxies in front of the gateway; each adds the address of its
 *     client to {@code X-Forwarded-For}. With 0, the header is not read
 */
@Validated
@ConfigurationProperties("gateway.rate-limit")
record RateLimitProperties(
    @Valid @NotNull Limit address,
    @Valid @NotNull Limit client,
    @Valid @NotNull Limit system,
    @DefaultValue("0") @Min(0) int trustedProxies) {

  /**
   * A limit for all replicas together.
   *
   * @param burst the most requests at once
   * @param perSecond how many of them become available again in a second
   */
  record Limit(@Min(1) int burst, @Min(1) int perSecond) {}
}
