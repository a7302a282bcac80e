package io.baedal.local.common;

/** Untrusted text on a terminal. */
public final class Terminal {

  /** The text without anything that could end its line or control the terminal. */
  public static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private Terminal() {}
}
