package io.baedal.orderview.view.web;

import io.baedal.orderview.view.Page;
import java.util.List;

/** One page of a list. */
record PageResponse(List<OrderViewResponse> items, int page, int size, long totalItems) {

  static PageResponse of(Page page) {
    return new PageResponse(
        page.items().stream().map(OrderViewResponse::withoutTimeline).toList(),
        page.page(),
        page.size(),
        page.totalItems());
  }
}
