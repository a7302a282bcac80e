package io.baedal.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;

/**
 * Closes connections above a limit as soon as they are opened, since connections need memory and
 * the server has no limit.
 */
@Component
class ConnectionLimit implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

  private final int limit;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionLimit(GatewayProperties properties) {
    limit = properties.maxConnections();
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(server -> server.childObserve(this::changed));
  }

  private void changed(Connection connection, ConnectionObserver.State state) {
    // doOnConnection is called for each request, not when the connection is opened
    if (state == ConnectionObserver.State.CONNECTED) {
      count(connection);
    }
  }

  private void count(Connection connection) {
    connection.channel().closeFuture().addListener(closed -> open.decrementAndGet());
    if (open.incrementAndGet() > limit) {
      connection.dispose();
    }
  }
}
