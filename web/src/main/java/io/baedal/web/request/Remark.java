package io.baedal.web.request;

import org.jspecify.annotations.Nullable;

/**
 * An optional text, such as the reason of a cancellation. A request never fails because of its
 * content: characters that cannot be stored are replaced, and line breaks are kept.
 *
 * @param text as the client sent it
 */
public record Remark(String text) {

  private static final String TRUNCATED = "The text was truncated to %d characters.";

  /** The remark with visible text; the first one if both have visible text. */
  public static @Nullable Remark either(@Nullable Remark first, @Nullable Remark second) {
    return first != null && Texts.isVisible(first.text) ? first : second;
  }

  /** The text to store: at most the first {@code max} characters; null if none is visible. */
  public static @Nullable String kept(@Nullable Remark remark, int max) {
    if (remark == null || !Texts.isVisible(remark.text)) {
      return null;
    }
    String storable = Texts.storable(remark.text);
    return Texts.length(storable) <= max
        ? storable
        : storable.substring(0, storable.offsetByCodePoints(0, max));
  }

  /** The notice to the client if the text is truncated; null otherwise. */
  public static @Nullable String notice(@Nullable Remark remark, int max) {
    return remark != null && Texts.isVisible(remark.text) && Texts.length(remark.text) > max
        ? TRUNCATED.formatted(max)
        : null;
  }
}
