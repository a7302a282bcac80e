package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.request.Query;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows on which orders the services disagree. */
@RestController
@Tag(name = "Reconciliation", description = "Orders on which the services disagree")
class DisagreementController {

  private final Disagreements disagreements;

  DisagreementController(Disagreements disagreements) {
    this.disagreements = disagreements;
  }

  @GetMapping(path = "/disagreements", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "List disagreements, oldest first",
      description =
          "Each disagreement is checked again in every run, and removed when it is corrected.")
  @AllowedFor(Role.OPERATOR)
  Page<Disagreement> list(@Query DisagreementQuery query) {
    return disagreements.find(
        query.kind(),
        query.orderId(),
        query.orderNumber(),
        query.after(),
        Page.sizeOf(query.size()));
  }

  record DisagreementQuery(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
          @Nullable Long orderNumber,
      @Schema(description = Page.AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}
}
