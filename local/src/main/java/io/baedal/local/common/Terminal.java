package io.baedal.local.common;

/** Untrusted text on a terminal. */
public final class Terminal {

  /**
   * The text with each sequence of control characters, line breaks included, replaced by a space.
   */
  public static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private Terminal() {}
}
