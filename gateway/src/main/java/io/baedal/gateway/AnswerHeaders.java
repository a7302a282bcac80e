package io.baedal.gateway;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Prevents content sniffing and, unless the service sets Cache-Control, caching of answers, which
 * contain postal addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {

  private static final Map<String, String> ALWAYS =
      Map.of("X-Content-Type-Options", "nosniff", HttpHeaders.CACHE_CONTROL, "no-store");

  static void forEach(BiConsumer<String, String> header) {
    ALWAYS.forEach(header);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              ALWAYS.forEach(
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
