package io.baedal.gateway;

import java.io.IOException;
import java.util.UUID;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Retries a request once, with another instance if there is one, if it was refused unread or its
 * answer was lost. The two cases cannot be distinguished, but all exposed calls are idempotent. A
 * new order is idempotent by its {@code Idempotency-Key}, which is added if the client sent none.
 *
 * <p>Replaces Spring Cloud's filter, which reads bodies of any length before they can be refused.
 */
final class RetryOnce implements GatewayFilter {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final boolean afterTimeout;

  /**
   * @param several whether there are several instances. Then a request that timed out is retried;
   *     with a single instance, this would only increase its load
   */
  RetryOnce(boolean several) {
    this.afterTimeout = several;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ServerWebExchange repeatable = withKey(exchange);
    return chain
        .filter(repeatable)
        .then(Mono.fromCallable(() -> wasRefusedUnread(repeatable.getResponse())))
        .onErrorResume(
            error -> isRetryable(error) && !repeatable.getResponse().isCommitted(),
            error -> Mono.just(true))
        .filter(retry -> retry)
        .flatMap(
            retry -> {
              ServerWebExchangeUtils.reset(repeatable);
              return chain.filter(repeatable);
            });
  }

  private static ServerWebExchange withKey(ServerWebExchange exchange) {
    if (exchange.getRequest().getMethod() != HttpMethod.POST
        || exchange.getRequest().getHeaders().containsKey(IDEMPOTENCY_KEY)) {
      return exchange;
    }
    return exchange
        .mutate()
        .request(request -> request.header(IDEMPOTENCY_KEY, UUID.randomUUID().toString()))
        .build();
  }

  /** Whether a stopping Tomcat refused the request; a 503 of a service has a content type. */
  private static boolean wasRefusedUnread(ServerHttpResponse response) {
    return response.getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE
        && response.getHeaders().getContentType() == null;
  }

  private boolean isRetryable(Throwable error) {
    return error instanceof IOException
        || error instanceof AbortedException
        || (afterTimeout && error.getCause() instanceof TimeoutException);
  }
}
