package io.baedal.web.request;

/** A name that some clients count up: text, or a whole number, which is read as its digits. */
public record Reference(String value) {

  @Override
  public String toString() {
    return value;
  }
}
