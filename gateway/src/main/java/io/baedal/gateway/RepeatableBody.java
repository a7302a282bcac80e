package io.baedal.gateway;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Allows a body to be sent more than once. It has already arrived completely, see {@link
 * RequestReceiver}.
 */
final class RepeatableBody implements GatewayFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return exchange.getRequest().getHeaders().getContentLength() <= 0
        ? chain.filter(exchange)
        : DataBufferUtils.join(exchange.getRequest().getBody())
            .map(RepeatableBody::bytes)
            .flatMap(body -> chain.filter(withBody(exchange, body)));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] body) {
    return exchange
        .mutate()
        .request(
            new ServerHttpRequestDecorator(exchange.getRequest()) {
              @Override
              public Flux<DataBuffer> getBody() {
                return Flux.defer(
                    () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
              }
            })
        .build();
  }
}
