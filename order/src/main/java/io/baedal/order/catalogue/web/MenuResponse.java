package io.baedal.order.catalogue.web;

import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.MenuItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A menu in API responses. */
@Schema(name = "Menu")
record MenuResponse(@Schema(example = "store-1") String storeId, List<ItemResponse> items) {

  @Schema(name = "MenuItem")
  record ItemResponse(
      @Schema(example = "APPLE") String productName,
      @Schema(description = "In whole minor units; 0 if free", example = "12000") long unitPrice,
      @Schema(description = "ISO 4217", example = "KRW") String currency,
      @Schema(description = "Whether it cannot be ordered at the moment") boolean soldOut) {

    private static ItemResponse of(MenuItem item) {
      return new ItemResponse(
          item.productName(),
          item.unitPrice().amount(),
          item.unitPrice().currency().getCurrencyCode(),
          item.soldOut());
    }
  }

  static MenuResponse of(String storeId, Menu menu) {
    return new MenuResponse(storeId, menu.items().stream().map(ItemResponse::of).toList());
  }
}
