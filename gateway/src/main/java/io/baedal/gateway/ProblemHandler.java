package io.baedal.gateway;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Answers errors of the gateway with problems (RFC 9457). */
@Component
@Order(-2) // before Spring Boot's handler
class ProblemHandler implements WebExceptionHandler {

  private final Problems problems;

  ProblemHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted() || error instanceof AbortedException) {
      return Mono.error(error);
    }
    Problem problem = problems.of(error, service(exchange));
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    if (error instanceof MethodNotAllowedException refused) {
      headers.setAllow(Set.copyOf(refused.getSupportedMethods()));
    }
    response.setStatusCode(problem.type().status());
    return response.writeWith(
        Mono.fromCallable(() -> response.bufferFactory().wrap(ProblemJson.bytes(problem))));
  }

  private static @Nullable Service service(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return route == null ? null : (Service) route.getMetadata().get(RouteConfiguration.SERVICE);
  }
}
