package io.baedal.delivery.refusal;

/** Another order has this number already; nothing was changed. */
public class NumberTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NumberTaken() {
    super("another order has this number");
  }
}
