package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.acts.OperatorAct;
import io.baedal.orchestrator.acts.OperatorActs;
import io.baedal.orchestrator.operator.Requests.ActQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Shows what operators did. */
@RestController
@Tag(name = "Operator acts", description = "Who did what to an order, when and why")
class OperatorActController {

  private final OperatorActs acts;

  OperatorActController(OperatorActs acts) {
    this.acts = acts;
  }

  @GetMapping(path = "/operator-acts", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "List what operators did to an order, or to all, newest first")
  OperatorActList list(@ParameterObject @Valid @ModelAttribute ActQuery query) {
    int page = query.pageOrFirst();
    int size = query.sizeOrDefault();
    var orderId = Optional.ofNullable(query.orderId()).map(OrderIds::parse).orElse(null);
    OperatorActs.Page found = acts.find(orderId, page, size);
    return new OperatorActList(found.items(), page, size, found.totalItems());
  }

  record OperatorActList(List<OperatorAct> items, int page, int size, long totalItems) {}
}
