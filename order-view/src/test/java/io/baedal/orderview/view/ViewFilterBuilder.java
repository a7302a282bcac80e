package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.Set;

/** Builds a filter that matches all views except where a condition is set. */
public final class ViewFilterBuilder {

  private String customerId;
  private String storeId;
  private Set<OrderStatus> statuses = Set.of();
  private Instant placedFrom;
  private Instant placedTo;
  private Instant changedSince;
  private Long number;
  private String clientReference;

  public static ViewFilterBuilder aFilter() {
    return new ViewFilterBuilder();
  }

  public ViewFilterBuilder customer(String id) {
    customerId = id;
    return this;
  }

  public ViewFilterBuilder store(String id) {
    storeId = id;
    return this;
  }

  public ViewFilterBuilder status(OrderStatus... anyOf) {
    statuses = Set.of(anyOf);
    return this;
  }

  public ViewFilterBuilder placed(Instant from, Instant to) {
    placedFrom = from;
    placedTo = to;
    return this;
  }

  public ViewFilterBuilder changedSince(Instant time) {
    changedSince = time;
    return this;
  }

  public ViewFilterBuilder number(Long value) {
    number = value;
    return this;
  }

  public ViewFilterBuilder reference(String value) {
    clientReference = value;
    return this;
  }

  public ViewFilter build() {
    return new ViewFilter(
        customerId,
        storeId,
        statuses,
        placedFrom,
        placedTo,
        changedSince,
        number,
        clientReference,
        Scope.ALL);
  }

  private ViewFilterBuilder() {}
}
