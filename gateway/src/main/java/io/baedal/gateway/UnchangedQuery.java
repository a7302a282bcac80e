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
 * Forwards a query with the same bytes. Between server and client a query is part of a Java URI,
 * which cannot represent some characters, and in which Spring Cloud encodes some others twice. The
 * query is therefore passed in a header.
 */
@Component
class UnchangedQuery implements HttpClientCustomizer {

  private static final String HEADER = "X-Baedal-Query";

  /** Called for each request, so that a header sent by the client has no effect. */
  static void store(RequestTarget target, HttpRequest request) {
    request.setUri(target.toJavaUri()).headers().set(HEADER, target.query());
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
                .addBefore(NettyPipeline.ReactiveBridge, "baedal.query", new RestoreHandler()));
  }

  private static final class RestoreHandler extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext ctx, @Nullable Object msg, ChannelPromise promise) {
      if (msg instanceof HttpRequest request) {
        restore(request);
      }
      ctx.write(msg, promise);
    }
  }
}
