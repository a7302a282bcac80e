package io.baedal.gateway;

import io.baedal.web.browser.BrowserHeaders;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sets {@link BrowserHeaders}, except those that the service has set. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    Map<String, String> always = BrowserHeaders.of(exchange.getRequest().getPath().value());
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              always.forEach(
                  (name, value) -> {
                    if (!headers.containsKey(name)) {
                      headers.set(name, value);
                    }
                  });
              return Mono.empty();
            });
    return chain.filter(exchange);
  }
}
