package io.baedal.orchestrator.worker;

/**
 * The circuit breakers and bulkheads before the workers, as the settings and the metrics name them.
 * What undoes has its own: undos that fail for ever are tried again and again, and must not keep
 * the orders from a worker that does all else.
 */
final class Guard {

  static final String PAYMENT = "payment";
  static final String PAYMENT_UNDO = "payment-undo";
  static final String DELIVERY = "delivery";
  static final String DELIVERY_UNDO = "delivery-undo";

  private Guard() {}
}
