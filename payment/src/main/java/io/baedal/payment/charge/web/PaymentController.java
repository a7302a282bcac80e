package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets people and reports see payments. */
@RestController
@RequestMapping(path = "/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments", description = "What was paid and given back")
class PaymentController {

  private final Payments payments;

  PaymentController(Payments payments) {
    this.payments = payments;
  }

  @GetMapping
  @Operation(summary = "List payments, newest first")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = "Problem")
  PaymentList list(@ParameterObject @Valid @ModelAttribute PaymentQuery query) {
    int page = query.pageOrFirst();
    int size = query.sizeOrDefault();
    Payments.Page found = payments.find(query.filter(), page, size);
    return new PaymentList(
        found.items().stream().map(PaymentResponse::of).toList(), page, size, found.totalItems());
  }

  @GetMapping("/{id}")
  @Operation(summary = "Show a payment")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", ref = "Problem")
  PaymentResponse show(@PathVariable UUID id) {
    return payments.find(id).map(PaymentResponse::of).orElseThrow(() -> new PaymentNotFound(id));
  }
}
