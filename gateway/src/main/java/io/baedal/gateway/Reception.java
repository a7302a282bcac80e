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
 * Receives the requests of one connection, and forwards each one when it has arrived completely:
 * within the time limit, the size limit and the limit of all bodies, and if {@link RequestRules}
 * accept it. Otherwise the request is refused with a problem and the connection is closed.
 *
 * <p>The time limit is for the request, not for each read, so a client that sends a byte now and
 * then is refused as well. No service is called before, so a slow client holds no permit of a
 * service.
 *
 * <p>All methods run in the connection's event loop.
 */
final class Reception extends ChannelDuplexHandler {

  /** Requests that a client may send before the first of them is answered. */
  private static final int MOST_UNANSWERED = 16;

  private final RequestRules rules;
  private final InFlight inFlight;
  private final long maxBody;
  private final long timeoutMillis;
  private final Set<String> corsOrigins;

  private final Deque<InFlight.Body> unanswered = new ArrayDeque<>();
  private @Nullable Arrival arriving;
  private @Nullable Future<?> deadline;
  private boolean begun;
  private @Nullable String origin;
  private @Nullable Problem refusal;

  Reception(RequestRules rules, InFlight inFlight, GatewayProperties properties) {
    this.rules = rules;
    this.inFlight = inFlight;
    this.maxBody = properties.maxBody().toBytes();
    this.timeoutMillis = properties.requestTimeout().toMillis();
    this.corsOrigins = Set.copyOf(properties.corsOrigins());
  }

  /** The first handler of incoming bytes; starts the timeout of each request. */
  ChannelHandler firstByte() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        begun = true;
        startClock(ctx.pipeline().context(Reception.this));
        ctx.fireChannelRead(bytes);
      }
    };
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    startClock(ctx);
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
        begin(ctx, request);
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
    if (begun || refusal != null) {
      // the handlers after this one have not seen the request, and do not read on
      ctx.read();
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest request) {
    origin = request.headers().get(HttpHeaderNames.ORIGIN);
    rules.apply(request);
    if (unanswered.size() >= MOST_UNANSWERED) {
      throw new ProblemException(
          Problem.of(
              ProblemType.TOO_MANY_REQUESTS,
              "More than " + MOST_UNANSWERED + " requests wait on this connection."));
    }
    if (HttpUtil.getContentLength(request, 0L) > maxBody) {
      throw tooLarge();
    }
    // a request in the same bytes as the one before has no clock yet
    begun = true;
    startClock(ctx);
    arriving = new Arrival(request, inFlight.body(), ctx.alloc().buffer(0));
    inviteBody(ctx, request);
  }

  private void inviteBody(ChannelHandlerContext ctx, HttpRequest request) {
    boolean invited = HttpUtil.is100ContinueExpected(request);
    request.headers().remove(HttpHeaderNames.EXPECT);
    // not during another answer; the client then sends its body after a timeout
    if (invited && unanswered.isEmpty()) {
      ctx.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void append(ChannelHandlerContext ctx, HttpContent content) {
    Arrival arrival = arriving;
    if (arrival == null) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      throw new ProblemException(Problem.invalid("body", "must be sent in valid HTTP/1.1 chunks"));
    }
    if (arrival.length() + content.content().readableBytes() > maxBody) {
      throw tooLarge();
    }
    arrival.append(content.content());
    if (content instanceof LastHttpContent) {
      stopClock();
      begun = false;
      arriving = null;
      unanswered.add(arrival.inProgress());
      arrival.proceed(ctx);
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
        sayFarewell(ctx, refusal);
      }
    }
  }

  private void refuse(ChannelHandlerContext ctx, Problem problem) {
    refusal = problem;
    stopClock();
    drop();
    // earlier requests are answered first
    if (unanswered.isEmpty()) {
      sayFarewell(ctx, problem);
    }
  }

  private void sayFarewell(ChannelHandlerContext ctx, Problem problem) {
    boolean readable = origin != null && corsOrigins.contains(origin);
    Farewell.say(ctx, problem, readable ? origin : null);
  }

  private void startClock(ChannelHandlerContext ctx) {
    if (deadline == null && refusal == null) {
      deadline = ctx.executor().schedule(() -> tooSlow(ctx), timeoutMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void stopClock() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private void tooSlow(ChannelHandlerContext ctx) {
    deadline = null;
    if (begun) {
      refuse(
          ctx,
          Problem.of(
              ProblemType.REQUEST_TIMEOUT,
              "The request did not arrive within " + timeoutMillis / 1000 + " seconds."));
    } else {
      ctx.close();
    }
  }

  private void drop() {
    if (arriving != null) {
      arriving.drop();
      arriving = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stopClock();
    drop();
    unanswered.forEach(InFlight.Body::dispose);
    unanswered.clear();
    ctx.fireChannelInactive();
  }
}
