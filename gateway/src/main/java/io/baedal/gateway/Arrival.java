package io.baedal.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * A request while its body comes in. The body is copied into one buffer: the parts as they come can
 * hold on to far more memory than they have bytes.
 */
final class Arrival {

  private final HttpRequest request;
  private final InFlight.Body inHand;
  private final ByteBuf body;

  Arrival(HttpRequest request, InFlight.Body inHand, ByteBuf empty) {
    this.request = request;
    this.inHand = inHand;
    this.body = empty;
  }

  int length() {
    return body.readableBytes();
  }

  InFlight.Body inHand() {
    return inHand;
  }

  /**
   * @throws Overloaded if there is no room for more
   */
  void append(ByteBuf part) {
    inHand.grow(part.readableBytes());
    body.writeBytes(part);
  }

  /** It is complete; who is next gets it with its length, however it was framed. */
  void goOn(ChannelHandlerContext ctx) {
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

  void drop() {
    body.release();
    inHand.dispose();
  }
}
