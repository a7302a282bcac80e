package io.baedal.bench.load;

/** The mix of orders: how many of a hundred are cancelled by customers or rejected by stores. */
public record Mix(int cancels, int refusals) {

  /** Every order is delivered. */
  public static final Mix HAPPY = new Mix(0, 0);

  /** The mix of an ordinary day. */
  public static final Mix USUAL = new Mix(10, 5);
}
