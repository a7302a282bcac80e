package io.baedal.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * A text must not be blank, and must not contain characters that PostgreSQL cannot store. Line
 * breaks are allowed.
 *
 * @param maxLength in Unicode code points
 */
public record TextRule(int maxLength) {

  /** The error in {@code value}, as a phrase that follows its name; null if it is valid. */
  private @Nullable String fault(String value) {
    if (value.codePointCount(0, value.length()) > maxLength) {
      return "must be at most " + maxLength + " characters long";
    }
    if (value.codePoints().allMatch(TextRule::isBlank)) {
      return "must not be blank";
    }
    if (value.codePoints().anyMatch(TextRule::isForbidden)) {
      return "must not contain NUL or unpaired surrogates";
    }
    return null;
  }

  /**
   * Checks a field.
   *
   * @throws IllegalArgumentException if {@code value} breaks the rule; names the field
   */
  public void check(String name, String value) {
    String fault = fault(value);
    if (fault != null) {
      throw new IllegalArgumentException(name + " " + fault);
    }
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isForbidden(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
