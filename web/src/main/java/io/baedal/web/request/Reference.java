package io.baedal.web.request;

/**
 * A name as text or as a whole number, since some clients use a counter. A number is read as its
 * digits.
 */
public record Reference(String value) {

  @Override
  public String toString() {
    return value;
  }
}
