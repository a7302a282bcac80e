package io.baedal.orderview.view.web;

import java.util.UUID;

/** Nothing is known of the order; answered with 404. */
class UnknownOrder extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownOrder(UUID orderId) {
    super("Nothing is known of order " + orderId + ".");
  }
}
