package io.baedal.gateway;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Drains the connections before the gateway stops. At that time the readiness probe fails; requests
 * are answered until a load balancer has detected it. Each answer closes its connection, so that no
 * connection is in use when the server closes the remaining ones. A request sent during such a
 * close is lost, and its client cannot know whether it had an effect.
 */
@Component
class Drain implements SmartLifecycle, WebFilter {

  private final GatewayProperties properties;
  private volatile boolean running;

  Drain(GatewayProperties properties) {
    this.properties = properties;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!running) {
      exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
    return chain.filter(exchange);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Called before the server is stopped, since the default phase is stopped first. */
  @Override
  public void stop() {
    running = false;
    try {
      Thread.sleep(properties.drain().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
