package io.baedal.order.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Admission;
import io.baedal.order.OrderProperties.Defaults;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.OrderContent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderContentReaderTest {

  private static final Defaults NONE = new Defaults(null, null, null, null, null, null);
  private static final Defaults ALL = new Defaults("c", "s", 1, 12_000L, "Seoul", "CARD");

  @Test
  void readsTheLongForm() {
    assertThat(read(NONE, Examples.ORDER))
        .isEqualTo(
            new OrderContent(
                null,
                "customer-1",
                "store-1",
                List.of(new Item("APPLE", 2, 12_000)),
                Currency.getInstance("KRW"),
                "Seoul, Songpa-gu, Wiryeseong-daero 2",
                "CARD"));
  }

  @Test
  void fillsTheShortFormFromTheDefaults() {
    var expected =
        new OrderContent(
            "30",
            "c",
            "s",
            List.of(new Item("APPLE", 1, 12_000)),
            Currency.getInstance("KRW"),
            "Seoul",
            "CARD");
    assertThat(read(ALL, Examples.SHORT_ORDER)).isEqualTo(expected);
    assertThat(read(ALL, "{'orderId': 30, 'productName': 'APPLE'}")).isEqualTo(expected);
  }

  @Test
  void prefersWhatTheRequestSaysToTheDefaults() {
    var read =
        read(
            ALL,
            "{'productName': 'APPLE', 'quantity': 3, 'unitPrice': 5, 'customerId': 'me',"
                + " 'currency': 'USD'}");
    assertThat(read.items()).containsExactly(new Item("APPLE", 3, 5));
    assertThat(read.customerId()).isEqualTo("me");
    assertThat(read.currency()).isEqualTo(Currency.getInstance("USD"));
  }

  @Test
  void fillsTheLongFormFromTheDefaults() {
    var read = read(ALL, "{'items': [{'productName': 'APPLE'}, {'productName': 'PEAR'}]}");
    assertThat(read.items())
        .containsExactly(new Item("APPLE", 1, 12_000), new Item("PEAR", 1, 12_000));
  }

  @Test
  void doesNotHideAWrongFieldBehindItsDefault() {
    assertThat(faults(ALL, "{'productName': 'APPLE', 'customerId': 7, 'quantity': 0}"))
        .containsExactly(
            new FieldError("customerId", "must be text"),
            new FieldError("quantity", "must be a whole number from 1 to 999"));
  }

  @Test
  void namesEveryFieldThatTheShortFormMissesWithoutDefaults() {
    assertThat(faults(NONE, Examples.SHORT_ORDER))
        .extracting(FieldError::field)
        .containsExactly(
            "customerId", "storeId", "quantity", "unitPrice", "deliveryAddress", "paymentMethod");
  }

  @Test
  void refusesBothFormsAtOnce() {
    assertThat(faults(ALL, "{'productName': 'A', 'items': [{'productName': 'B'}]}"))
        .containsExactly(new FieldError("productName", "must not be given together with items"));
  }

  @Test
  void namesTheProductThatTheShortFormMisses() {
    assertThat(faults(ALL, "{'quantity': 1}"))
        .containsExactly(new FieldError("productName", "is missing"));
  }

  @Test
  void goesOnAfterEachFault() {
    assertThat(
            faults(
                NONE,
                """
                {'orderId': 1.5, 'customerId': null, 'storeId': ' ', 'currency': 'KRWON',
                 'items': [{'productName': 'A', 'quantity': 1.0, 'unitPrice': 0},
                           7,
                           {'quantity': '1', 'unitPrice': 99999999999999999999, 'size': 'L'}],
                 'deliveryAddress': ['Seoul'], 'paymentMethod': 'CA\\u0000RD', 'coupon': 'X'}
                """))
        .containsExactly(
            new FieldError("orderId", "must be text or a whole number"),
            new FieldError("customerId", "is missing"),
            new FieldError("storeId", "must not be blank"),
            new FieldError("items[1]", "must be an object"),
            new FieldError("items[0].quantity", "must be a whole number from 1 to 999"),
            new FieldError("items[0].unitPrice", "must be a whole number from 1 to 1000000000"),
            new FieldError("items[2].productName", "is missing"),
            new FieldError("items[2].quantity", "must be a whole number from 1 to 999"),
            new FieldError("items[2].unitPrice", "must be a whole number from 1 to 1000000000"),
            new FieldError("items[2].size", "is not known here"),
            new FieldError("currency", "must be at most 3 characters long"),
            new FieldError("deliveryAddress", "must be text"),
            new FieldError(
                "paymentMethod", "must not contain control characters or broken surrogates"),
            new FieldError("coupon", "is not known here"));
  }

  @Test
  void refusesItemsThatCostTooMuchTogetherNamingTheRestToo() {
    assertThat(
            faults(
                ALL,
                "{'storeId': 1, 'items': [{'productName': 'A', 'quantity': 999,"
                    + " 'unitPrice': 1000000000}, {'productName': 'B', 'quantity': 2,"
                    + " 'unitPrice': 1000000000}]}"))
        .containsExactly(
            new FieldError("storeId", "must be text"),
            new FieldError("items", "must not cost more than 1000000000000 together"));
  }

  @Test
  void boundsWhatItTellsAboutAHostileBody() {
    var body = new StringBuilder("{'productName': 'A'");
    for (int i = 0; i < 1000; i++) {
      body.append(",'").append("x".repeat(150)).append(i).append("':1");
    }
    assertThat(faults(ALL, body + "}"))
        .hasSize(500)
        .allSatisfy(error -> assertThat(error.field()).hasSize(100));
  }

  @Test
  void readsAllFieldsThatItsDescriptionNamesAndNoOthers() {
    var json = new ObjectMapper().createObjectNode();
    fieldsOf(Examples.NewOrder.class).forEach(json::putObject);
    json.set("items", new ObjectMapper().createArrayNode().add(json.objectNode()));
    assertThat(faults(NONE, new JsonBody(json)))
        .extracting(FieldError::message)
        .doesNotContain("is not known here");

    var item = json.objectNode();
    fieldsOf(Examples.NewItem.class).forEach(item::putObject);
    json.set("items", new ObjectMapper().createArrayNode().add(item));
    assertThat(faults(NONE, new JsonBody(json)))
        .extracting(FieldError::message)
        .doesNotContain("is not known here", "is missing");
  }

  private static List<String> fieldsOf(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static OrderContentReader reader(Defaults defaults) {
    return new OrderContentReader(
        new OrderProperties(defaults, new Admission(1, 1, Duration.ofSeconds(1))));
  }

  private static OrderContent read(Defaults defaults, String json) {
    return reader(defaults).read(body(json), new FieldErrors());
  }

  private static List<FieldError> faults(Defaults defaults, String json) {
    return faults(defaults, body(json));
  }

  private static List<FieldError> faults(Defaults defaults, JsonBody body) {
    var faults = new java.util.ArrayList<FieldError>();
    assertThatThrownBy(() -> reader(defaults).read(body, new FieldErrors()))
        .isInstanceOfSatisfying(InvalidRequest.class, e -> faults.addAll(e.errors()));
    return faults;
  }

  private static JsonBody body(String json) {
    try {
      return new JsonBody(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
