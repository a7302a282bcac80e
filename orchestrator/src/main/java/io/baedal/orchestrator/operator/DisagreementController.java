package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.operator.Requests.DisagreementQuery;
import io.baedal.orchestrator.reconciliation.Disagreement;
import io.baedal.orchestrator.reconciliation.Disagreements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
      summary = "List disagreements, the one that has stood longest first",
      description =
          "Each one stood when it was last seen. It is looked at in every run, and is gone when it"
              + " has been put right.")
  @ApiResponse(responseCode = "200")
  DisagreementList list(@ParameterObject @Valid @ModelAttribute DisagreementQuery query) {
    int page = query.pageOrFirst();
    int size = query.sizeOrDefault();
    var orderId = Optional.ofNullable(query.orderId()).map(OrderIds::parse).orElse(null);
    Disagreements.Page found = disagreements.find(query.kind(), orderId, page, size);
    return new DisagreementList(found.items(), page, size, found.totalItems());
  }

  record DisagreementList(List<Disagreement> items, int page, int size, long totalItems) {}
}
