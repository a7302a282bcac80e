package io.baedal.orchestrator.worker;

import io.baedal.orchestrator.reconciliation.ChangeLog.Change;
import io.baedal.orchestrator.reconciliation.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What reconciliation asks of a service. */
interface LedgerClient<S> {

  @GetMapping("/order-states")
  Items<S> states(@RequestParam("orderId") Collection<UUID> orders);

  @GetMapping("/order-changes")
  Items<Change> changes(
      @RequestParam("from") Instant from,
      @RequestParam("after") UUID after,
      @RequestParam("to") Instant to,
      @RequestParam("limit") int limit);

  record Items<T>(List<T> items) {}

  @FeignClient(name = "order", contextId = "order-ledger")
  interface Orders extends LedgerClient<State.Order> {}

  @FeignClient(name = "payment", contextId = "payment-ledger")
  interface Payments extends LedgerClient<State.Payment> {}

  @FeignClient(name = "delivery", contextId = "delivery-ledger")
  interface Deliveries extends LedgerClient<State.Delivery> {}

  /** Its changes are not asked for: it changes by what the others tell. */
  @FeignClient("order-view")
  interface Views {

    @GetMapping("/order-states")
    Items<State.View> states(@RequestParam("orderId") Collection<UUID> orders);
  }
}
