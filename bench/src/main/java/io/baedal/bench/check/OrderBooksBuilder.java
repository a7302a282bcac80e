package io.baedal.bench.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books of one order, while they are collected. */
final class OrderBooksBuilder {

  private final String orderId;
  final List<OrderBooks.Payment> payments = new ArrayList<>();
  final List<OrderBooks.Charge> charges = new ArrayList<>();
  final List<OrderBooks.Change> timeline = new ArrayList<>();
  OrderBooks.@Nullable Order order;
  OrderBooks.@Nullable Progress progress;
  OrderBooks.@Nullable View view;
  @Nullable String storeRequest;
  @Nullable String delivery;
  @Nullable List<OrderBooks.Change> published;
  int processes;
  int incidents;
  int unsent;

  OrderBooksBuilder(String orderId) {
    this.orderId = orderId;
  }

  OrderBooks build() {
    return new OrderBooks(
        orderId,
        order,
        progress,
        processes,
        incidents,
        List.copyOf(payments),
        List.copyOf(charges),
        storeRequest,
        delivery,
        view,
        List.copyOf(timeline),
        published == null ? null : List.copyOf(published),
        unsent);
  }
}
