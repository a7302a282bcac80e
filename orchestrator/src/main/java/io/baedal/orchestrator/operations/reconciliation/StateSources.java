package io.baedal.orchestrator.operations.reconciliation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All sources of orders. */
@Component
class StateSources {

  private final StateSource<State.Fulfillment> fulfillments;
  private final StateSource<State.Order> orders;
  private final StateSource<State.Payment> payments;
  private final StateSource<State.Delivery> deliveries;
  private final StateSource<State.View> views;

  StateSources(
      StateSource<State.Fulfillment> fulfillments,
      StateSource<State.Order> orders,
      StateSource<State.Payment> payments,
      StateSource<State.Delivery> deliveries,
      StateSource<State.View> views) {
    this.fulfillments = fulfillments;
    this.orders = orders;
    this.payments = payments;
    this.deliveries = deliveries;
    this.views = views;
  }

  /** What all sources report for up to {@link StateSource#MOST} orders, one call to each. */
  List<OrderStates> of(List<UUID> ids) {
    var fulfillment = fulfillments.of(ids);
    var order = orders.of(ids);
    var payment = payments.of(ids);
    var delivery = deliveries.of(ids);
    var view = views.of(ids);
    return ids.stream()
        .map(
            id ->
                new OrderStates(
                    id,
                    fulfillment.get(id),
                    order.get(id),
                    payment.get(id),
                    delivery.get(id),
                    view.get(id)))
        .toList();
  }
}
