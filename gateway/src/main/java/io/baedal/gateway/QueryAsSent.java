package io.baedal.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Forwards a query with the same bytes. Between server and client it is a Java URI, which cannot
 * represent some characters, and which Spring Cloud encodes twice if it contains some others; so a
 * header carries the query.
 */
@Component
class QueryAsSent implements HttpClientCustomizer {

  private static final String HEADER = "X-Baedal-Query";

  /** Called for each request, so a header sent by the client has no effect. */
  static void keep(Target target, HttpRequest request) {
    request.setUri(target.asJavaUri()).headers().set(HEADER, target.query());
  }

  private static void restore(HttpRequest request) {
    String query = request.headers().get(HEADER);
    if (query != null) {
      String uri = request.uri();
      int mark = uri.indexOf('?');
      request.setUri((mark < 0 ? uri : uri.substring(0, mark)) + query).headers().remove(HEADER);
    }
  }

  @Override
  public HttpClient customize(HttpClient client) {
    return client.doOnChannelInit(
        (observer, channel, address) ->
            channel
                .pipeline()
                .addBefore(NettyPipeline.ReactiveBridge, "baedal.query", new Restoring()));
  }

  private static final class Restoring extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext ctx, @Nullable Object msg, ChannelPromise promise) {
      if (msg instanceof HttpRequest request) {
        restore(request);
      }
      ctx.write(msg, promise);
    }
  }
}
