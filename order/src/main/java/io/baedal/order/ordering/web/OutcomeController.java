package io.baedal.order.ordering.web;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.CloseOrder;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.web.problem.BadFields;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.RecordCheck;
import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The call by which the process says how an order ended. */
@RestController
@Tag(name = "Process", description = "Called by the process, not by customers")
class OutcomeController {

  private static final Logger log = LoggerFactory.getLogger(OutcomeController.class);

  private static final int COMMENT_LENGTH = 500;

  private final CloseOrder closeOrder;

  OutcomeController(CloseOrder closeOrder) {
    this.closeOrder = closeOrder;
  }

  @PutMapping(path = "/orders/{id}/outcome", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Say how an order ended",
      description =
          "Saying so again changes nothing; another outcome sets right what stood there, since the"
              + " process decides.")
  OrderResponse close(@OrderPath UUID id, @RequestBody Outcome body) {
    var order =
        closeOrder.close(
            new OrderId(id),
            body.outcome(),
            body.reason(),
            Remark.kept(body.comment(), COMMENT_LENGTH));
    log.info("order closed: {}", body.outcome());
    return OrderResponse.of(order);
  }

  /**
   * What the process says.
   *
   * @param reason of every end but a delivery
   */
  record Outcome(
      OrderOutcome outcome,
      @Nullable ReasonCode reason,
      @Schema(description = "What the store or the operator said about it")
          @Nullable Remark comment) {}

  @Component
  static final class OutcomeCheck implements RecordCheck<Outcome> {

    @Override
    public Class<Outcome> type() {
      return Outcome.class;
    }

    @Override
    public void check(Outcome read, BadFields faults) {
      boolean undone = read.outcome() != null && read.outcome() != OrderOutcome.DELIVERED;
      if (undone && read.reason() == null && !faults.names("reason")) {
        faults.add("reason", "is missing");
      }
    }
  }
}
