package io.baedal.web.request;

import org.jspecify.annotations.Nullable;

/**
 * An optional text in a command that must not fail because of it, such as the reason of a cancel.
 * Characters that no table can store are replaced; line breaks are kept.
 *
 * @param text as the client sent it
 */
public record Remark(String text) {

  private static final String CUT = "The text was cut to %d characters.";

  /** The remark with visible text; the first one if both have some. */
  public static @Nullable Remark either(@Nullable Remark first, @Nullable Remark second) {
    return first != null && Texts.isVisible(first.text) ? first : second;
  }

  /**
   * The text to keep: at most its first {@code max} characters; null if nothing of it is visible.
   */
  public static @Nullable String kept(@Nullable Remark remark, int max) {
    if (remark == null || !Texts.isVisible(remark.text)) {
      return null;
    }
    String storable = Texts.storable(remark.text);
    return Texts.length(storable) <= max
        ? storable
        : storable.substring(0, storable.offsetByCodePoints(0, max));
  }

  /** The notice to the client if the text is not kept as it was sent; else null. */
  public static @Nullable String notice(@Nullable Remark remark, int max) {
    return remark != null && Texts.isVisible(remark.text) && Texts.length(remark.text) > max
        ? CUT.formatted(max)
        : null;
  }
}
