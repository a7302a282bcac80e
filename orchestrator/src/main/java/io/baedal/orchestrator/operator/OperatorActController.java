package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.acts.OperatorAct;
import io.baedal.orchestrator.acts.OperatorActs;
import io.baedal.orchestrator.operator.Requests.ActQuery;
import io.baedal.web.page.Page;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
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
  Page<OperatorAct> list(@Query ActQuery query) {
    return acts.find(
        query.orderId(), query.orderNumber(), query.after(), Page.sizeOf(query.size()));
  }
}
