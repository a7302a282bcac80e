package io.baedal.orchestrator.operator;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.correlation.CancelOrder;
import io.baedal.orchestrator.correlation.CancelOrder.Outcome;
import io.baedal.orchestrator.correlation.RetriedTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator cancel an order. */
@RestController
class CancellationController {

  /** Stricter than {@link UUID#fromString}, which takes 1-1-1-1-1. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final CancelOrder cancelOrder;
  private final RetriedTransaction transaction;

  CancellationController(CancelOrder cancelOrder, RetriedTransaction transaction) {
    this.cancelOrder = cancelOrder;
    this.transaction = transaction;
  }

  @Operation(
      summary = "Cancel an order as an operator",
      description =
          "202 while the order is being undone; 409 when the courier has it or it has ended.")
  @PostMapping(
      path = "/orders/{orderId}/cancellations",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Cancellation cancel(
      @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable("orderId")
          String id) {
    if (!UUID_TEXT.matcher(id).matches()) {
      throw new MalformedId();
    }
    UUID orderId = UUID.fromString(id);
    Outcome outcome =
        transaction.call(() -> cancelOrder.onRequest(orderId, ReasonCode.OPERATOR_CANCELLED));
    return switch (outcome) {
      case ACCEPTED, CANCELLED_BEFORE -> new Cancellation(orderId, outcome);
      case UNKNOWN_ORDER -> throw new UnknownOrder(orderId);
      case PICKED_UP, DELIVERED, REJECTED, SUSPENDED ->
          throw new CancellationRefused(orderId, outcome);
    };
  }

  record Cancellation(UUID orderId, Outcome outcome) {}

  static final class MalformedId extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class UnknownOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    UnknownOrder(UUID orderId) {
      this.detail = "There is no order " + orderId + ".";
    }

    String detail() {
      return detail;
    }
  }

  static final class CancellationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    CancellationRefused(UUID orderId, Outcome why) {
      this.detail = "Order " + orderId + " cannot be cancelled: " + why + ".";
    }

    String detail() {
      return detail;
    }
  }
}
