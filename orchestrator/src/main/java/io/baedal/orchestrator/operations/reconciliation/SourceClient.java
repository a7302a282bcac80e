package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calls of reconciliation to a service. */
interface SourceClient<S> {

  @GetMapping("/order-states")
  Items<S> states(@RequestParam("orderId") Collection<UUID> orders);

  @GetMapping("/order-changes")
  Items<Change> changes(
      @RequestParam("from") Instant from,
      @RequestParam("after") UUID after,
      @RequestParam("to") Instant to,
      @RequestParam("limit") int limit);

  record Items<T>(List<T> items) {}

  @FeignClient(name = "order", contextId = "order-source")
  interface Orders extends SourceClient<State.Order> {}

  @FeignClient(name = "payment", contextId = "payment-source")
  interface Payments extends SourceClient<State.Payment> {}

  @FeignClient(name = "delivery", contextId = "delivery-source")
  interface Deliveries extends SourceClient<State.Delivery> {}

  /** Its changes are not requested: it changes only by events of the other services. */
  @FeignClient("order-view")
  interface Views {

    @GetMapping("/order-states")
    Items<State.View> states(@RequestParam("orderId") Collection<UUID> orders);
  }
}
