package io.baedal.payment.charge.web;

import io.baedal.payment.charge.ApprovePayment;
import io.baedal.payment.charge.CancelPayment;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.request.OrderPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for the process of an order. */
@RestController
@RequestMapping(path = "/payment-requests/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payment requests", description = "Called by the process of an order")
class PaymentRequestController {

  private final ApprovePayment approvePayment;
  private final CancelPayment cancelPayment;

  PaymentRequestController(ApprovePayment approvePayment, CancelPayment cancelPayment) {
    this.approvePayment = approvePayment;
    this.cancelPayment = cancelPayment;
  }

  @PutMapping
  @Operation(
      summary = "Charge the payment of an order",
      description =
          "A repeat does not charge again and returns the same answer. After the payment was"
              + " cancelled, nothing is charged and CANCELLED is returned.")
  @ApiResponse(responseCode = "200", description = "APPROVED, DECLINED or CANCELLED")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.SERVICE)
  PaymentAnswer approve(@OrderPath UUID orderId, @RequestBody PaymentRequest request) {
    return PaymentAnswer.of(approvePayment.approve(orderId, request.toTerms()));
  }

  @DeleteMapping
  @Operation(
      summary = "Refund the payment of an order",
      description =
          "A repeat does not refund again and returns the same answer. Without a payment, the"
              + " cancellation is stored, and no payment of the order can be approved later.")
  @ApiResponse(responseCode = "200", description = "CANCELLED; or DECLINED: nothing to refund")
  @AllowedFor(Role.SERVICE)
  CancellationAnswer cancel(@OrderPath UUID orderId) {
    return CancellationAnswer.of(cancelPayment.cancel(orderId));
  }
}
