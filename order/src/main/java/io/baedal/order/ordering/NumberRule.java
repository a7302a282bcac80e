package io.baedal.order.ordering;

/** A whole number must be from {@code min} to {@code max}, inclusive. */
public record NumberRule(long min, long max) {

  boolean allows(long value) {
    return min <= value && value <= max;
  }

  /**
   * Checks a field.
   *
   * @throws IllegalArgumentException if {@code value} breaks the rule; names the field
   */
  public void check(String name, long value) {
    if (!allows(value)) {
      throw new IllegalArgumentException(name + " is not from " + min + " to " + max);
    }
  }
}
