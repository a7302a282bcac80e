package io.baedal.orchestrator.reconciliation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All sides of orders. */
@Component
class Ledgers {

  private final Ledger<State.Fulfillment> fulfillments;
  private final Ledger<State.Order> orders;
  private final Ledger<State.Payment> payments;
  private final Ledger<State.Delivery> deliveries;
  private final Ledger<State.View> views;

  Ledgers(
      Ledger<State.Fulfillment> fulfillments,
      Ledger<State.Order> orders,
      Ledger<State.Payment> payments,
      Ledger<State.Delivery> deliveries,
      Ledger<State.View> views) {
    this.fulfillments = fulfillments;
    this.orders = orders;
    this.payments = payments;
    this.deliveries = deliveries;
    this.views = views;
  }

  /** What all say of up to {@link Ledger#MOST} orders, one call to each. */
  List<Sides> of(List<UUID> ids) {
    var fulfillment = fulfillments.of(ids);
    var order = orders.of(ids);
    var payment = payments.of(ids);
    var delivery = deliveries.of(ids);
    var view = views.of(ids);
    return ids.stream()
        .map(
            id ->
                new Sides(
                    id,
                    fulfillment.get(id),
                    order.get(id),
                    payment.get(id),
                    delivery.get(id),
                    view.get(id)))
        .toList();
  }
}
