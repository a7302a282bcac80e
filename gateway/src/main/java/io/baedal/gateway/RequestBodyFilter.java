package io.baedal.gateway;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a request's body before a service is called, up to a size (413), for a time (408), and as
 * long as there is room for it (503).
 *
 * <p>Not passed on while it arrives: a client that sends slowly would keep a service's connection,
 * run into the response timeout, and so open the breaker for everyone.
 */
final class RequestBodyFilter implements GatewayFilter {

  private final Service service;
  private final InFlight inFlight;
  private final GatewayProperties properties;

  RequestBodyFilter(Service service, InFlight inFlight, GatewayProperties properties) {
    this.service = service;
    this.inFlight = inFlight;
    this.properties = properties;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    long length = headers.getContentLength();
    if (length > properties.maxBody().toBytes()) {
      return Mono.error(tooLarge());
    }
    if (length <= 0 && !headers.containsKey(HttpHeaders.TRANSFER_ENCODING)) {
      return chain.filter(exchange);
    }
    return Mono.using(
        () -> inFlight.body(service), body -> read(exchange, body, chain), InFlight.Body::dispose);
  }

  private Mono<Void> read(
      ServerWebExchange exchange, InFlight.Body inHand, GatewayFilterChain chain) {
    Flux<DataBuffer> counted =
        exchange
            .getRequest()
            .getBody()
            .handle(
                (buffer, sink) -> {
                  try {
                    inHand.grow(buffer.readableByteCount());
                    sink.next(buffer);
                  } catch (Overloaded noRoom) {
                    DataBufferUtils.release(buffer);
                    sink.error(noRoom);
                  }
                });
    return DataBufferUtils.join(counted, Math.toIntExact(properties.maxBody().toBytes()))
        .map(RequestBodyFilter::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(properties.bodyTimeout(), Mono.error(tooSlow()))
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
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

  private ResponseStatusException tooLarge() {
    return new ResponseStatusException(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "The body must not be longer than " + properties.maxBody().toBytes() + " bytes.");
  }

  private ResponseStatusException tooSlow() {
    return new ResponseStatusException(
        HttpStatus.REQUEST_TIMEOUT,
        "The body did not arrive within " + properties.bodyTimeout().toSeconds() + " seconds.");
  }
}
