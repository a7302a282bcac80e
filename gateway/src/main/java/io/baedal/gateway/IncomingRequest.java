package io.baedal.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * A request whose body is being received. The body is copied into one buffer, since the received
 * parts can retain much more memory than their length.
 */
final class IncomingRequest {

  private final HttpRequest request;
  private final InFlight.Body inProgress;
  private final ByteBuf body;

  IncomingRequest(HttpRequest request, InFlight.Body inProgress, ByteBuf empty) {
    this.request = request;
    this.inProgress = inProgress;
    this.body = empty;
  }

  int length() {
    return body.readableBytes();
  }

  InFlight.Body inProgress() {
    return inProgress;
  }

  /**
   * @throws Overloaded if the limit of all bodies is reached
   */
  void append(ByteBuf part) {
    inProgress.grow(part.readableBytes());
    body.writeBytes(part);
  }

  /** Forwards the complete request with a Content-Length, even if it was sent in chunks. */
  void proceed(ChannelHandlerContext ctx) {
    if (HttpUtil.isTransferEncodingChunked(request)) {
      request.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
      HttpUtil.setContentLength(request, body.readableBytes());
    }
    ctx.fireChannelRead(request);
    if (body.isReadable()) {
      ctx.fireChannelRead(new DefaultHttpContent(body));
    } else {
      body.release();
    }
    ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  void discard() {
    body.release();
    inProgress.dispose();
  }
}
