package io.baedal.gateway;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receives the requests of one connection, and forwards each request that has arrived completely
 * within the timeout, the size limit and the limit of all bodies, and that {@link RequestRules}
 * accept. Other requests are refused with a problem and the connection is closed.
 *
 * <p>The timeout applies to the request, not to each read, so that a client that sends single bytes
 * is refused as well. No service is called before the request has arrived, so that a slow client
 * holds no permit of a service.
 *
 * <p>All methods run in the connection's event loop.
 */
final class RequestReceiver extends ChannelDuplexHandler {

  /** The number of requests that a client may send before the first one is answered. */
  private static final int MAX_UNANSWERED = 16;

  private final RequestRules rules;
  private final InFlight inFlight;
  private final long maxBody;
  private final long timeoutMillis;
  private final Set<String> corsOrigins;

  private final Deque<InFlight.Body> unanswered = new ArrayDeque<>();
  private @Nullable IncomingRequest incoming;
  private @Nullable Future<?> timeout;
  private boolean started;
  private @Nullable String origin;
  private @Nullable Problem refusal;

  RequestReceiver(RequestRules rules, InFlight inFlight, GatewayProperties properties) {
    this.rules = rules;
    this.inFlight = inFlight;
    this.maxBody = properties.maxBody().toBytes();
    this.timeoutMillis = properties.requestTimeout().toMillis();
    this.corsOrigins = Set.copyOf(properties.corsOrigins());
  }

  /** The first handler of received bytes; starts the timeout of a request. */
  ChannelHandler firstByte() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        started = true;
        startTimeout(ctx.pipeline().context(RequestReceiver.this));
        ctx.fireChannelRead(bytes);
      }
    };
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    startTimeout(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (refusal != null) {
      ReferenceCountUtil.release(msg);
      return;
    }
    try {
      if (msg instanceof HttpRequest request) {
        start(ctx, request);
      }
      if (msg instanceof HttpContent content) {
        append(ctx, content);
      }
    } catch (ProblemException e) {
      refuse(ctx, e.problem());
    } catch (Overloaded e) {
      refuse(ctx, e.problem());
    } finally {
      ReferenceCountUtil.release(msg);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.fireChannelReadComplete();
    if (started || refusal != null) {
      // the following handlers have not received the request, and do not request further reads
      ctx.read();
    }
  }

  private void start(ChannelHandlerContext ctx, HttpRequest request) {
    origin = request.headers().get(HttpHeaderNames.ORIGIN);
    rules.apply(request);
    if (unanswered.size() >= MAX_UNANSWERED) {
      throw new ProblemException(
          Problem.of(
              ProblemType.TOO_MANY_REQUESTS,
              "More than " + MAX_UNANSWERED + " requests wait on this connection."));
    }
    if (HttpUtil.getContentLength(request, 0L) > maxBody) {
      throw tooLarge();
    }
    // a request in the same bytes as the previous one has no timeout yet
    started = true;
    startTimeout(ctx);
    incoming = new IncomingRequest(request, inFlight.body(), ctx.alloc().buffer(0));
    requestBody(ctx, request);
  }

  private void requestBody(ChannelHandlerContext ctx, HttpRequest request) {
    boolean expected = HttpUtil.is100ContinueExpected(request);
    request.headers().remove(HttpHeaderNames.EXPECT);
    // not during another answer; the client sends its body after a timeout
    if (expected && unanswered.isEmpty()) {
      ctx.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void append(ChannelHandlerContext ctx, HttpContent content) {
    IncomingRequest request = incoming;
    if (request == null) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      throw new ProblemException(Problem.invalid("body", "must be sent in valid HTTP/1.1 chunks"));
    }
    if (request.length() + content.content().readableBytes() > maxBody) {
      throw tooLarge();
    }
    request.append(content.content());
    if (content instanceof LastHttpContent) {
      cancelTimeout();
      started = false;
      incoming = null;
      unanswered.add(request.inProgress());
      request.proceed(ctx);
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(
            ProblemType.PAYLOAD_TOO_LARGE,
            "The body must not be longer than " + maxBody + " bytes."));
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
    boolean last =
        msg instanceof LastHttpContent
            && !(msg instanceof HttpResponse answer
                && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL);
    ctx.write(msg, promise);
    if (last && !unanswered.isEmpty()) {
      unanswered.remove().dispose();
      if (refusal != null && unanswered.isEmpty()) {
        sendFinalResponse(ctx, refusal);
      }
    }
  }

  private void refuse(ChannelHandlerContext ctx, Problem problem) {
    refusal = problem;
    cancelTimeout();
    discard();
    // earlier requests are answered first
    if (unanswered.isEmpty()) {
      sendFinalResponse(ctx, problem);
    }
  }

  private void sendFinalResponse(ChannelHandlerContext ctx, Problem problem) {
    boolean readable = origin != null && corsOrigins.contains(origin);
    FinalResponse.send(ctx, problem, readable ? origin : null);
  }

  private void startTimeout(ChannelHandlerContext ctx) {
    if (timeout == null && refusal == null) {
      timeout = ctx.executor().schedule(() -> onTimeout(ctx), timeoutMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void cancelTimeout() {
    if (timeout != null) {
      timeout.cancel(false);
      timeout = null;
    }
  }

  private void onTimeout(ChannelHandlerContext ctx) {
    timeout = null;
    if (started) {
      refuse(
          ctx,
          Problem.of(
              ProblemType.REQUEST_TIMEOUT,
              "The request did not arrive within " + timeoutMillis / 1000 + " seconds."));
    } else {
      ctx.close();
    }
  }

  private void discard() {
    if (incoming != null) {
      incoming.discard();
      incoming = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    cancelTimeout();
    discard();
    unanswered.forEach(InFlight.Body::dispose);
    unanswered.clear();
    ctx.fireChannelInactive();
  }
}
