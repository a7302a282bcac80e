package io.baedal.order.ordering.web;

import io.baedal.order.ordering.OrderPage;
import io.baedal.order.ordering.OrderQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of orders, newest first. */
@Schema(name = "OrderList")
record OrderListResponse(List<OrderResponse> items, int page, int size, long totalItems) {

  static OrderListResponse of(OrderPage page, OrderQuery query) {
    return new OrderListResponse(
        page.orders().stream().map(OrderResponse::of).toList(),
        query.page(),
        query.size(),
        page.total());
  }
}
