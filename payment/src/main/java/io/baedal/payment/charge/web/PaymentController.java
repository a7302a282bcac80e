package io.baedal.payment.charge.web;

import io.baedal.payment.charge.Payments;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.PathId;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments for operators and reports, and for their customers. */
@RestController
@RequestMapping(path = "/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments", description = "Charges and refunds")
class PaymentController {

  private final Payments payments;

  PaymentController(Payments payments) {
    this.payments = payments;
  }

  @GetMapping
  @Operation(summary = "List payments, newest first")
  @AllowedFor({Role.CUSTOMER, Role.OPERATOR})
  Page<PaymentResponse> list(@Query PaymentQuery query, Scope scope) {
    int size = Page.sizeOf(query.size());
    return Page.of(
        payments.find(query.filter(scope), query.after(), size + 1),
        size,
        payment -> new Cursor(payment.requestedAt(), payment.id()),
        PaymentResponse::of);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Show a payment")
  @AllowedFor({Role.CUSTOMER, Role.OPERATOR})
  PaymentResponse show(@PathId UUID id, Scope scope) {
    return payments
        .find(id, scope)
        .map(PaymentResponse::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "There is no payment " + id + ".")));
  }
}
