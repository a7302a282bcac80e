package io.baedal.order.ordering;

/** A new order asks for what it cannot get; nothing was stored. The message is for the client. */
public abstract class OrderRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected OrderRefused(String message) {
    super(message);
  }
}
