package io.baedal.order.catalogue.web;

import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.MenuItem;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.Money;
import io.baedal.web.request.CurrencyCode;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /stores/{storeId}/menu}. */
record NewMenu(
    @Schema(description = "Each product once, in the order in which the menu shows them")
        @Size(max = Menu.MAX_ITEMS, message = "must be a list of at most {max} objects")
        List<NewItem> items) {

  /** A product on the menu. */
  @Schema(name = "NewMenuItem")
  record NewItem(
      @Schema(description = "As orders name it, compared exactly", example = "APPLE")
          @Text(max = Item.NAME_LENGTH)
          String productName,
      @Schema(description = "In whole minor units; 0 if free", example = "12000")
          @WholeNumber(min = 0, max = Item.MAX_UNIT_PRICE)
          Long unitPrice,
      @Schema(description = "ISO 4217; KRW by default", example = "KRW") @CurrencyCode
          @Nullable String currency,
      @Schema(description = "Whether it cannot be ordered at the moment; false by default")
          @Nullable Boolean soldOut) {

    private static final String WON = "KRW";

    private MenuItem toItem() {
      return new MenuItem(
          productName,
          new Money(unitPrice, Currency.getInstance(currency == null ? WON : currency)),
          soldOut != null && soldOut);
    }
  }

  Menu toMenu() {
    return new Menu(items.stream().map(NewItem::toItem).toList());
  }
}
