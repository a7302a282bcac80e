package io.baedal.orchestrator.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Orders.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@FeignClient("order")
interface OrderClient {

  @PutMapping("/orders/{orderId}/outcome")
  void close(@PathVariable("orderId") UUID orderId, @RequestBody Closing closing);

  record Closing(
      Outcome outcome,
      @Nullable ReasonCode reason,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String comment) {}
}
