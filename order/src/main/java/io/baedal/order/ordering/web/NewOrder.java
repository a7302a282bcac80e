package io.baedal.order.ordering.web;

import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.OrderContent;
import io.baedal.web.request.CurrencyCode;
import io.baedal.web.request.Name;
import io.baedal.web.request.Reference;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders}: with items, or in the short form for one product. Which fields
 * are optional depends on the settings of the service, see {@link NewOrderCheck}.
 */
@Schema(
    description =
        "Either items, or productName with quantity, unitPrice and options. Where the service has"
            + " defaults, they replace missing fields; otherwise all fields are required except"
            + " orderId, currency, note, phone, options and unitPrice. A missing unitPrice is that"
            + " of the store's menu; a given one must be the same. Where the catalogue is disabled,"
            + " unitPrice is required.")
record NewOrder(
    @Schema(description = "The client's own reference, unique per customer", example = "30")
        @Name(max = OrderContent.NAME_LENGTH)
        @Nullable Reference orderId,
    @Schema(example = "customer-1") @Name(max = OrderContent.NAME_LENGTH)
        @Nullable String customerId,
    @Schema(example = "store-1") @Name(max = OrderContent.NAME_LENGTH) @Nullable String storeId,
    @Size(
            min = 1,
            max = OrderContent.MAX_ITEMS,
            message = "must be a list of {min} to {max} objects")
        @Nullable List<NewItem> items,
    @Schema(description = "ISO 4217; KRW by default", example = "KRW") @CurrencyCode
        @Nullable String currency,
    @Schema(example = "Seoul, Songpa-gu, Wiryeseong-daero 2")
        @Text(max = OrderContent.ADDRESS_LENGTH)
        @Nullable String deliveryAddress,
    @Schema(example = "CARD") @Text(max = OrderContent.NAME_LENGTH) @Nullable String paymentMethod,
    @Schema(description = "Note to the store and the courier", example = "please ring twice")
        @Text(max = OrderContent.NOTE_LENGTH)
        @Nullable String note,
    @Schema(description = "The customer's phone number, for the courier", example = "010-1234-5678")
        @Text(max = OrderContent.PHONE_LENGTH)
        @Nullable String phone,
    @Schema(description = "Short form", example = "APPLE") @Text(max = Item.NAME_LENGTH)
        @Nullable String productName,
    @Schema(description = "Short form") @WholeNumber(min = 1, max = Item.MAX_QUANTITY)
        @Nullable Integer quantity,
    @Schema(description = "Short form, in whole minor units")
        @WholeNumber(min = 0, max = Item.MAX_UNIT_PRICE)
        @Nullable Long unitPrice,
    @Schema(description = "Short form") @Size(max = Item.MAX_OPTIONS, message = NewItem.OPTIONS)
        @Nullable List<@Text(max = Item.OPTION_LENGTH) String> options) {

  /** One line of an order. */
  record NewItem(
      @Schema(example = "APPLE") @Text(max = Item.NAME_LENGTH) String productName,
      @Schema(example = "2") @WholeNumber(min = 1, max = Item.MAX_QUANTITY)
          @Nullable Integer quantity,
      @Schema(description = "In whole minor units, as on the menu; 0 if free", example = "12000")
          @WholeNumber(min = 0, max = Item.MAX_UNIT_PRICE)
          @Nullable Long unitPrice,
      @Schema(description = "Options chosen for the product")
          @Size(max = Item.MAX_OPTIONS, message = OPTIONS)
          @Nullable List<@Text(max = Item.OPTION_LENGTH) String> options) {

    static final String OPTIONS = "must be a list of at most {max} texts";
  }
}
