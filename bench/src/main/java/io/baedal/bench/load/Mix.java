package io.baedal.bench.load;

/** What becomes of a hundred orders: how many their customers cancel, how many stores refuse. */
public record Mix(int cancels, int refusals) {

  /** All are delivered. */
  public static final Mix HAPPY = new Mix(0, 0);

  /** As on any day. */
  public static final Mix USUAL = new Mix(10, 5);
}
