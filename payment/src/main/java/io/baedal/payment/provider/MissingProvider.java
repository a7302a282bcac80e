package io.baedal.payment.provider;

/** The service was started without a payment provider. */
class MissingProvider extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingProvider() {
    super(
        "No payment provider: add an adapter (a bean of type PaymentProvider), or set"
            + " payment.simulation.enabled=true (PAYMENT_SIMULATION_ENABLED) where no money is"
            + " moved.");
  }
}
