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
 * Adds a {@link Reception} to each connection, and closes connections whose client does not read.
 * The management port has neither.
 */
@Component
class Intake implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

  private final RequestRules rules;
  private final InFlight inFlight;
  private final GatewayProperties properties;

  Intake(GatewayProperties properties, InFlight inFlight) {
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
    var reception = new Reception(rules, inFlight, properties);
    long answerMillis = properties.answerTimeout().toMillis();
    channel
        .pipeline()
        .addFirst(
            "baedal.answer-timeout", new WriteTimeoutHandler(answerMillis, TimeUnit.MILLISECONDS))
        .addBefore(NettyPipeline.HttpCodec, "baedal.first-byte", reception.firstByte())
        .addAfter(NettyPipeline.HttpCodec, "baedal.reception", reception);
  }
}
