package io.baedal.gateway;

import io.baedal.web.browser.BrowserHeaders;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemJson;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The last answer on a connection: a problem. Further bytes from the client are read for two
 * seconds and discarded, since closing a connection with unread bytes resets it, and the client can
 * lose the answer.
 */
final class FinalResponse {

  private static final int READ_SECONDS = 2;

  /**
   * @param origin the origin of a page that may read the answer; null if there is none
   */
  static void send(ChannelHandlerContext ctx, Problem problem, @Nullable String origin) {
    ctx.writeAndFlush(answer(problem, origin)).addListener(sent -> closeAfterReading(ctx));
  }

  private static FullHttpResponse answer(Problem problem, @Nullable String origin) {
    byte[] body = ProblemJson.bytes(problem);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(problem.type().status().value()),
            Unpooled.wrappedBuffer(body));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    BrowserHeaders.of("/").forEach((name, value) -> answer.headers().set(name, value));
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> answer.headers().set(HttpHeaderNames.RETRY_AFTER, seconds));
    answer.headers().set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
    if (origin != null) {
      answer
          .headers()
          .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(
              HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
              String.join(", ", CrossSite.EXPOSED_HEADERS));
    }
    return answer;
  }

  private static void closeAfterReading(ChannelHandlerContext ctx) {
    Channel channel = ctx.channel();
    if (channel instanceof DuplexChannel duplex && ctx.pipeline().get(SslHandler.class) == null) {
      duplex.shutdownOutput();
      ctx.read();
      ctx.executor().schedule(() -> channel.close(), READ_SECONDS, TimeUnit.SECONDS);
    } else {
      channel.close();
    }
  }

  private FinalResponse() {}
}
