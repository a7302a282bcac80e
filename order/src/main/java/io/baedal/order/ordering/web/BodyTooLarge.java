package io.baedal.order.ordering.web;

/** A request's body is longer than any order. */
final class BodyTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BodyTooLarge(int limit) {
    super("A body may have at most " + limit / 1024 + " KiB.");
  }
}
