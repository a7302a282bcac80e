package io.baedal.order.ordering;

/** A whole number must lie between {@code min} and {@code max}, both allowed. */
public record NumberRule(long min, long max) {

  public boolean allows(long value) {
    return min <= value && value <= max;
  }

  /** What a value must be, to be read after its name. */
  public String demand() {
    return "must be a whole number from " + min + " to " + max;
  }

  void check(String name, long value) {
    if (!allows(value)) {
      throw new IllegalArgumentException(name + " " + demand());
    }
  }
}
