package io.baedal.orderview.view;

import java.util.List;

/** A part of a list; {@code page} counts from 0, {@code totalItems} is the length of the whole. */
public record Page(List<OrderView> items, int page, int size, long totalItems) {

  public Page {
    items = List.copyOf(items);
  }
}
