package io.baedal.orchestrator.operations.acts;

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
  @AllowedFor(Role.OPERATOR)
  Page<OperatorAct> list(@Query ActQuery query) {
    return acts.find(
        query.orderId(), query.orderNumber(), query.after(), Page.sizeOf(query.size()));
  }

  record ActQuery(
      @Nullable UUID orderId,
      @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
          @Nullable Long orderNumber,
      @Schema(description = Page.AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}
}
