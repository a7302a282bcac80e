package io.baedal.orchestrator.saga.feign;

/**
 * The circuit breakers and bulkheads of the workers, by their names in settings and metrics. Undo
 * calls have separate ones: undo calls that keep failing must not block the other calls to their
 * worker.
 */
final class Guard {

  static final String PAYMENT = "payment";
  static final String PAYMENT_UNDO = "payment-undo";
  static final String DELIVERY = "delivery";
  static final String DELIVERY_UNDO = "delivery-undo";

  private Guard() {}
}
