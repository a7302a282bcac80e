package io.baedal.order.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Admission;
import io.baedal.order.OrderProperties.Catalogue;
import io.baedal.order.OrderProperties.Defaults;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.RequestedItem;
import io.baedal.web.access.Scope;
import io.baedal.web.problem.BadField;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.request.RecordReader;
import jakarta.validation.Validation;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewOrderCheckTest {

  private static final String ORDER =
      """
      {
        "customerId": "customer-1",
        "storeId": "store-1",
        "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000,
                   "options": ["no onions"]}],
        "currency": "KRW",
        "deliveryAddress": "Seoul, Songpa-gu, Wiryeseong-daero 2",
        "paymentMethod": "CARD",
        "note": "ring twice",
        "phone": "010-1234"
      }
      """;

  private static final String SHORT_ORDER =
      """
      {"orderId": "30", "productName": "APPLE"}
      """;

  private static final Defaults NONE = new Defaults(null, null, null, null, null);
  private static final Defaults ALL = new Defaults("c", "s", 1, "Seoul", "CARD");

  private static final Scope CUSTOMER = new Scope(false, "customer-1", null, null);

  private Scope scope = Scope.ALL;
  private boolean pricesByMenu = true;

  @Test
  void customersOrderForThemselves() {
    scope = CUSTOMER;

    assertThat(read(NONE, ORDER).customerId()).isEqualTo("customer-1");
    assertThat(read(ALL, SHORT_ORDER).customerId()).isEqualTo("customer-1");
  }

  @Test
  void customersCannotOrderForOthers() {
    scope = CUSTOMER;

    assertThat(faults(ALL, "{'customerId': 'customer-2', 'productName': 'APPLE', 'quantity': 0}"))
        .contains(new BadField("customerId", "must be your own"))
        .hasSize(2);
  }

  @Test
  void readsTheLongForm() {
    assertThat(read(NONE, ORDER))
        .isEqualTo(
            new OrderRequest(
                null,
                "customer-1",
                "store-1",
                List.of(new RequestedItem("APPLE", 2, 12_000L, List.of("no onions"))),
                Currency.getInstance("KRW"),
                "Seoul, Songpa-gu, Wiryeseong-daero 2",
                "CARD",
                "ring twice",
                "010-1234"));
  }

  @Test
  void appliesDefaultsToTheShortForm() {
    var expected =
        new OrderRequest(
            "30",
            "c",
            "s",
            List.of(new RequestedItem("APPLE", 1, null, List.of())),
            Currency.getInstance("KRW"),
            "Seoul",
            "CARD",
            null,
            null);
    assertThat(read(ALL, SHORT_ORDER)).isEqualTo(expected);
    assertThat(read(ALL, "{'orderId': 30, 'productName': 'APPLE'}")).isEqualTo(expected);
  }

  @Test
  void prefersTheRequestToDefaults() {
    var read =
        read(
            ALL,
            "{'productName': 'APPLE', 'quantity': 3, 'unitPrice': 5, 'customerId': 'me',"
                + " 'currency': 'USD'}");
    assertThat(read.items())
        .containsExactlyInAnyOrder(new RequestedItem("APPLE", 3, 5L, List.of()));
    assertThat(read.customerId()).isEqualTo("me");
    assertThat(read.currency()).isEqualTo(Currency.getInstance("USD"));
  }

  @Test
  void appliesDefaultsToTheLongForm() {
    var read = read(ALL, "{'items': [{'productName': 'APPLE'}, {'productName': 'PEAR'}]}");
    assertThat(read.items())
        .containsExactly(
            new RequestedItem("APPLE", 1, null, List.of()),
            new RequestedItem("PEAR", 1, null, List.of()));
  }

  @Test
  void reportsAnInvalidFieldThatHasADefault() {
    assertThat(faults(ALL, "{'productName': 'APPLE', 'customerId': 7, 'quantity': 0}"))
        .containsExactlyInAnyOrder(
            new BadField("customerId", "must be text without NUL or unpaired surrogates"),
            new BadField("quantity", "must be a whole number from 1 to 999"));
  }

  @Test
  void reportsEachMissingFieldOfTheShortForm() {
    assertThat(faults(NONE, SHORT_ORDER))
        .extracting(BadField::field)
        .containsExactlyInAnyOrder(
            "customerId", "storeId", "quantity", "deliveryAddress", "paymentMethod");
  }

  @Test
  void requiresEachPriceWhereTheCatalogueIsDisabled() {
    pricesByMenu = false;

    assertThat(faults(ALL, SHORT_ORDER)).containsExactly(new BadField("unitPrice", "is missing"));
    assertThat(
            faults(
                ALL,
                "{'items': [{'productName': 'A'}, {'productName': 'B', 'unitPrice': 1},"
                    + " {'productName': 'C'}]}"))
        .containsExactly(
            new BadField("items[0].unitPrice", "is missing"),
            new BadField("items[2].unitPrice", "is missing"));
    assertThat(read(ALL, "{'productName': 'A', 'unitPrice': 0}").items())
        .containsExactly(new RequestedItem("A", 1, 0L, List.of()));
  }

  @Test
  void refusesBothFormsTogether() {
    assertThat(faults(ALL, "{'productName': 'A', 'items': [{'productName': 'B'}]}"))
        .containsExactlyInAnyOrder(
            new BadField("productName", "must not be given together with items"));
  }

  @Test
  void reportsTheMissingProductOfTheShortForm() {
    assertThat(faults(ALL, "{'quantity': 1}"))
        .containsExactlyInAnyOrder(new BadField("productName", "is missing"));
  }

  @Test
  void reportsAllFaults() {
    assertThat(
            faults(
                NONE,
                """
                {'orderId': 1.5, 'customerId': null, 'storeId': ' ', 'currency': 'KRWON',
                 'items': [{'productName': 'A', 'quantity': 1.0, 'unitPrice': -1},
                           7,
                           {'quantity': '1', 'unitPrice': 99999999999999999999, 'size': 'L'}],
                 'deliveryAddress': ['Seoul'], 'paymentMethod': 'CA\\u0000RD', 'coupon': 'X'}
                """))
        .containsExactlyInAnyOrder(
            new BadField("orderId", "must be text or a whole number"),
            new BadField("customerId", "is missing"),
            new BadField("storeId", "must be 1 to 64 characters, none of them invisible"),
            new BadField("items[1]", "must be a JSON object"),
            new BadField("items[0].quantity", "must be a whole number from 1 to 999"),
            new BadField("items[0].unitPrice", "must be a whole number from 0 to 1000000000"),
            new BadField("items[2].productName", "is missing"),
            new BadField("items[2].quantity", "must be a whole number from 1 to 999"),
            new BadField("items[2].unitPrice", "must be a whole number from 0 to 1000000000"),
            new BadField("items[2].size", "is unknown"),
            new BadField(
                "currency", "must be the ISO 4217 code of a current currency, such as KRW"),
            new BadField("deliveryAddress", "must be text without NUL or unpaired surrogates"),
            new BadField("paymentMethod", "must be text without NUL or unpaired surrogates"),
            new BadField("coupon", "is unknown"));
  }

  @Test
  void reportsATooHighSumTogetherWithOtherFaults() {
    assertThat(
            faults(
                ALL,
                "{'storeId': 1, 'items': [{'productName': 'A', 'quantity': 999,"
                    + " 'unitPrice': 1000000000}, {'productName': 'B', 'quantity': 2,"
                    + " 'unitPrice': 1000000000}]}"))
        .containsExactlyInAnyOrder(
            new BadField("storeId", "must be text without NUL or unpaired surrogates"),
            new BadField("items", "must not cost more than 1000000000000 together"));
  }

  @Test
  void limitsTheNumberAndLengthOfReportedFaults() {
    var body = new StringBuilder("{'productName': 'A'");
    for (int i = 0; i < 1000; i++) {
      body.append(",'").append("x".repeat(150)).append(i).append("':1");
    }
    assertThat(faults(ALL, body + "}"))
        .hasSize(500)
        .allSatisfy(error -> assertThat(error.field()).hasSize(100));
  }

  private NewOrderCheck check(Defaults defaults) {
    return new NewOrderCheck(
        new OrderProperties(
            defaults,
            new Admission(1, 1, Duration.ZERO, Duration.ofSeconds(1)),
            new Catalogue(pricesByMenu, null),
            Duration.ofHours(24)),
        () -> scope);
  }

  private OrderRequest read(Defaults defaults, String json) {
    NewOrderCheck check = check(defaults);
    return check.request(reader(check).read(NewOrder.class, body(json)));
  }

  private static RecordReader reader(NewOrderCheck check) {
    return new RecordReader(
        Validation.buildDefaultValidatorFactory().getValidator(), List.of(check));
  }

  @SuppressWarnings("unchecked")
  private List<BadField> faults(Defaults defaults, String json) {
    var faults = new java.util.ArrayList<BadField>();
    assertThatThrownBy(() -> reader(check(defaults)).read(NewOrder.class, body(json)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> faults.addAll((List<BadField>) e.problem().properties().get("errors")));
    return faults;
  }

  private static JsonNode body(String json) {
    try {
      return new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
