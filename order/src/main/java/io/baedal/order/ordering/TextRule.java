package io.baedal.order.ordering;

import org.jspecify.annotations.Nullable;

/**
 * What a text must be like: not blank, and nothing in it that PostgreSQL refuses to store or a log
 * cannot show.
 *
 * @param maxLength in Unicode code points
 */
public record TextRule(int maxLength) {

  /** What is wrong with {@code value}, to be read after its name; null if nothing is. */
  public @Nullable String fault(String value) {
    if (value.codePointCount(0, value.length()) > maxLength) {
      return "must be at most " + maxLength + " characters long";
    }
    if (value.codePoints().allMatch(TextRule::isBlank)) {
      return "must not be blank";
    }
    if (value.codePoints().anyMatch(TextRule::isForbidden)) {
      return "must not contain control characters or broken surrogates";
    }
    return null;
  }

  void check(String name, String value) {
    String fault = fault(value);
    if (fault != null) {
      throw new IllegalArgumentException(name + " " + fault);
    }
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }
}
