package io.baedal.orchestrator.saga.feign;

/**
 * The circuit breakers and bulkheads of the workers, by their names in settings and metrics. Undo
 * calls have their own: undo calls that keep failing are retried without end, and must not cut
 * orders off from a worker that serves all other calls.
 */
final class Guard {

  static final String PAYMENT = "payment";
  static final String PAYMENT_UNDO = "payment-undo";
  static final String DELIVERY = "delivery";
  static final String DELIVERY_UNDO = "delivery-undo";

  private Guard() {}
}
