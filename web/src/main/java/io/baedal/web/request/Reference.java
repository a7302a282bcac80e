package io.baedal.web.request;

/**
 * A name for which some clients use a counter: text, or a whole number, which is read as its
 * digits.
 */
public record Reference(String value) {

  @Override
  public String toString() {
    return value;
  }
}
