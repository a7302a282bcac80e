package io.baedal.web.request;

/** Properties of texts. */
public final class Texts {

  /** The number of code points. */
  static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** Whether PostgreSQL can store it: no NUL, no unpaired surrogate. */
  static boolean isStorable(CharSequence text) {
    return text.codePoints().noneMatch(Texts::isUnstorable);
  }

  static String storable(String text) {
    return isStorable(text)
        ? text
        : text.codePoints()
            .map(c -> isUnstorable(c) ? '\uFFFD' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Whether any character is visible. */
  static boolean isVisible(CharSequence text) {
    return text.codePoints().anyMatch(c -> !isInvisible(c) && !isSpace(c));
  }

  /** Whether it can be a {@link Name} of up to {@code max} characters. */
  public static boolean isName(CharSequence text, int max) {
    return text.length() > 0
        && length(text) <= max
        && text.codePoints().noneMatch(Texts::isInvisible)
        && !isSpace(Character.codePointAt(text, 0))
        && !isSpace(Character.codePointBefore(text, text.length()));
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // fillers that fonts do not draw: Hangul fillers, Braille blank
      default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    };
  }

  private static boolean isUnstorable(int c) {
    return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private Texts() {}
}
