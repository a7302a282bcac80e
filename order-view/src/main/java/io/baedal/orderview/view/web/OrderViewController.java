package io.baedal.orderview.view.web;

import io.baedal.orderview.view.OrderViews;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Order views for customers, stores and operators. */
@RestController
@RequestMapping(path = "/order-views", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Order views", description = "The state of each order and its history")
class OrderViewController {

  private final OrderViews views;

  OrderViewController(OrderViews views) {
    this.views = views;
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "One order with its timeline")
  @AllowedFor({Role.CUSTOMER, Role.STORE, Role.OPERATOR})
  OrderViewResponse one(@OrderPath UUID orderId, Scope scope) {
    return views
        .find(orderId, scope)
        .map(OrderViewResponse::of)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ProblemType.NOT_FOUND, "There is no view of order " + orderId + ".")));
  }

  @GetMapping
  @Operation(summary = "Orders, newest first, without their timelines")
  @AllowedFor({Role.CUSTOMER, Role.STORE, Role.OPERATOR})
  Page<OrderViewResponse> list(@Query OrderViewQuery query, Scope scope) {
    int size = Page.sizeOf(query.size());
    return Page.of(
        views.list(query.filter(scope), query.after(), size + 1),
        size,
        view -> new Cursor(view.listedAt(), view.orderId()),
        OrderViewResponse::withoutTimeline);
  }
}
