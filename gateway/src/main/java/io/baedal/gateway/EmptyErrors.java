package io.baedal.gateway;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Converts errors of the gateway that have only a status, as sent by Spring, to problems. Answers
 * of services are not changed.
 */
@Component
@Order(1)
class EmptyErrors implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpResponse response = exchange.getResponse();
    return chain.filter(
        exchange
            .mutate()
            .response(
                new ServerHttpResponseDecorator(response) {
                  @Override
                  public Mono<Void> setComplete() {
                    HttpStatusCode status = getStatusCode();
                    return status != null && status.isError() && !isRouted(exchange)
                        ? Mono.error(problem(status))
                        : super.setComplete();
                  }
                })
            .build());
  }

  private static boolean isRouted(ServerWebExchange exchange) {
    return exchange.getAttributes().containsKey(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
  }

  private static ProblemException problem(HttpStatusCode status) {
    ProblemType type = ProblemType.of(status.value());
    return new ProblemException(Problem.of(type, type.title() + "."));
  }
}
