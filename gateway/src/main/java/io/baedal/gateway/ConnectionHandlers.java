package io.baedal.gateway;

import io.baedal.web.browser.HostRule;
import io.netty.channel.Channel;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Adds a {@link RequestReceiver} and a write timeout to each connection, except on the management
 * port.
 */
@Component
class ConnectionHandlers implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

  private final RequestRules rules;
  private final InFlight inFlight;
  private final GatewayProperties properties;

  ConnectionHandlers(GatewayProperties properties, InFlight inFlight) {
    this.rules = new RequestRules(new HostRule(properties.hosts()));
    this.inFlight = inFlight;
    this.properties = properties;
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(
        server -> server.doOnChannelInit((observer, channel, address) -> addTo(channel)));
  }

  private void addTo(Channel channel) {
    var receiver = new RequestReceiver(rules, inFlight, properties);
    long answerMillis = properties.answerTimeout().toMillis();
    channel
        .pipeline()
        .addFirst(
            "baedal.answer-timeout", new WriteTimeoutHandler(answerMillis, TimeUnit.MILLISECONDS))
        .addBefore(NettyPipeline.HttpCodec, "baedal.first-byte", receiver.firstByte())
        .addAfter(NettyPipeline.HttpCodec, "baedal.request-receiver", receiver);
  }
}
