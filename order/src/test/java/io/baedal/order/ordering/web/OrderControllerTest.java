package io.baedal.order.ordering.web;

import static io.baedal.web.test.Problems.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.order.OrderProperties;
import io.baedal.order.ordering.AdmitOrder;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderNotFound;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.Placement;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(OrderController.class)
@Import({NewOrderCheck.class, OrderProblems.class, IdempotencyKeyHeader.class})
@EnableConfigurationProperties(OrderProperties.class)
class OrderControllerTest {

  private static final UUID ID = UUID.fromString("6f1c0ed8-5d3f-4f1c-8a53-0d2d3b7c9a10");
  private static final OrderId ORDER_ID = new OrderId(ID);

  private static final String ORDER =
      """
      {
        "customerId": "customer-1",
        "storeId": "store-1",
        "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000}],
        "currency": "KRW",
        "deliveryAddress": "Seoul, Songpa-gu, Wiryeseong-daero 2",
        "paymentMethod": "CARD"
      }
      """;

  @Autowired MockMvc http;
  @MockitoBean AdmitOrder admitOrder;
  @MockitoBean CancelOrder cancelOrder;
  @MockitoBean FindOrders findOrders;

  @Test
  void answersWithTheLocationOfTheOrder() throws Exception {
    Order order = OrderFixture.placed(OrderFixture.content("customer-1", "30"), OrderFixture.NOON);
    when(admitOrder.place(any(), any())).thenReturn(new Placement(order, true));

    place(ORDER)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "/orders/" + order.id()))
        .andExpect(
            content()
                .json(
                    """
                    {"id": "%s", "number": 13, "orderId": "30", "customerId": "customer-1", "storeId": "store-1",
                     "status": "PLACED", "reason": null, "reasonComment": null, "amount": 24500, "currency": "KRW",
                     "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000, "options": []},
                               {"productName": "사과", "quantity": 1, "unitPrice": 500, "options": []}],
                     "deliveryAddress": "Seoul, Songpa-gu", "paymentMethod": "CARD",
                     "note": null, "phone": null, "notice": null, "placedAt": "2026-01-02T12:00:00.123456Z", "closedAt": null,
                     "cancellation": null}
                    """
                        .formatted(order.id()),
                    org.springframework.test.json.JsonCompareMode.STRICT));
  }

  @Test
  void answersOkForAnExistingOrder() throws Exception {
    Order order = OrderFixture.in(CustomerStatus.DELIVERED);
    when(admitOrder.place(any(), any())).thenReturn(new Placement(order, false));

    place(ORDER)
        .andExpect(status().isOk())
        .andExpect(header().string("Location", "/orders/" + order.id()))
        .andExpect(jsonPath("$.status").value("DELIVERED"))
        .andExpect(
            jsonPath("$.notice")
                .value(
                    "This order was placed before and has ended: it is DELIVERED. A new one needs"
                        + " a new orderId."));
  }

  @Test
  void passesTheIdempotencyKey() throws Exception {
    when(admitOrder.place(any(), any())).thenReturn(new Placement(OrderFixture.placed(), true));

    http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "k-1")
                .content(ORDER))
        .andExpect(status().isCreated());

    verify(admitOrder).place(any(OrderRequest.class), eq(new IdempotencyKey("k-1")));
  }

  @Test
  void reportsAnInvalidKeyTogetherWithInvalidFields() throws Exception {
    ResultActions answer =
        http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "not visible\u00e9")
                .content(ORDER.replace("\"CARD\"", "\" \"")));
    expectInvalid(answer, "Idempotency-Key", "paymentMethod");

    expectInvalid(
        http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "one", "two")
                .content(ORDER)),
        "Idempotency-Key");
    verifyNoInteractions(admitOrder);
  }

  @Test
  void reportsADuplicateField() throws Exception {
    expectInvalid(
        place("{\"items\": [{\"quantity\": 1}, {\"quantity\": 1, \"quantity\": 2}]}"),
        "items[1].quantity");
  }

  @Test
  void reportsEachMissingField() throws Exception {
    expectInvalid(
        place("{}"), "customerId", "storeId", "items", "deliveryAddress", "paymentMethod");
    verifyNoInteractions(admitOrder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"quantity\": 2      | \"quantity\": 0                    | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": -1                   | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": 1000                 | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": 1.5                  | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": 1e2                  | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": \"2\"                | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": true                 | items[0].quantity",
        "\"quantity\": 2      | \"quantity\": 99999999999999999999 | items[0].quantity",
        "\"unitPrice\": 12000 | \"unitPrice\": -5                  | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"unitPrice\": 1000000001          | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"unitPrice\": 0.5                 | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"price\": 12000                     | items[0].price",
        "\"APPLE\"            | \"\"                               | items[0].productName",
        "\"APPLE\"            | \"a\\u0000b\"                      | items[0].productName",
        "\"APPLE\"            | \"\\ud800\"                        | items[0].productName",
        "\"APPLE\"            | {}                                 | items[0].productName",
        "\"KRW\"              | \"WON\"                            | currency",
        "\"KRW\"              | \"krw\"                            | currency",
        "\"KRW\"              | \"DEM\"                            | currency",
        "\"KRW\"              | \"HRK\"                            | currency",
        "\"KRW\"              | \"XAU\"                            | currency",
        "\"store-1\"          | \"store\\n1\"                       | storeId",
        "\"customer-1\"       | \"\\u200b\"                         | customerId",
        "\"CARD\"             | \"CARD\", \"note\": \"\\u3000\"     | note",
        "\"CARD\"             | \"CARD\", \"phone\": 10             | phone",
        "\"KRW\"              | 410                                | currency",
        "\"customer-1\"       | null                               | customerId",
        "\"store-1\"          | []                                 | storeId",
        "\"CARD\"             | \"CARD\", \"tip\": 1               | tip",
        "\"CARD\"             | \"CARD\", \"orderId\": true        | orderId",
        "\"CARD\"             | \"CARD\", \"orderId\": \"\"        | orderId",
        "\"CARD\"             | \"CARD\", \"orderId\": 3.0         | orderId",
        "\"CARD\"             | \"CARD\", \"productName\": \"A\"   | productName",
      })
  void reportsAnInvalidField(String right, String wrong, String fields) throws Exception {
    String body = ORDER.replace(right, wrong);
    assertThat(body).isNotEqualTo(ORDER);
    expectInvalid(place(body), fields.split(","));
    verifyNoInteractions(admitOrder);
  }

  @ParameterizedTest
  @CsvSource({
    "customer-1, customerId, 65",
    "store-1, storeId, 65",
    "APPLE, items[0].productName, 201",
    "CARD, paymentMethod, 65"
  })
  void limitsTheLengthOfTexts(String right, String field, int tooLong) throws Exception {
    expectInvalid(place(ORDER.replace(right, "x".repeat(tooLong))), field);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void limitsTheNumberOfItems(int count) throws Exception {
    String items =
        "{\"productName\":\"A\",\"quantity\":1,\"unitPrice\":1},"
            .repeat(count)
            .replaceAll(",$", "");
    expectInvalid(place(ORDER.replaceAll("\\[.*]", "[" + items + "]")), "items");
  }

  @Test
  void limitsTheSizeOfABody() throws Exception {
    expectProblem(place(" ".repeat(256 * 1024) + ORDER), 413, "payload-too-large");
    verifyNoInteractions(admitOrder);
  }

  @Test
  void answersNotFoundForAnUnknownOrder() throws Exception {
    var unknown = new OrderNotFound(ORDER_ID);
    when(findOrders.byId(ORDER_ID, Scope.ALL)).thenThrow(unknown);
    when(cancelOrder.request(ORDER_ID, null, Scope.ALL)).thenThrow(unknown);

    expectProblem(http.perform(get("/orders/" + ID)), 404, "not-found");
    expectProblem(http.perform(delete("/orders/" + ID)), 404, "not-found");
  }

  @Test
  void listsAPage() throws Exception {
    Order order = OrderFixture.placed();
    var cursor = new Cursor(order.placedAt(), order.id().value());
    var query =
        new OrderQuery(
            "customer-1",
            "store-1",
            13L,
            "30",
            Set.of(CustomerStatus.PLACED, CustomerStatus.REJECTED),
            OrderFixture.NOON,
            OrderFixture.NOON.plusSeconds(1),
            OrderFixture.NOON.minusSeconds(1),
            cursor,
            Scope.ALL);
    when(findOrders.list(query, 2)).thenReturn(List.of(order, OrderFixture.placed()));

    http.perform(
            get(
                "/orders?customerId=customer-1&storeId=store-1&number=13&orderId=30&status=PLACED"
                    + "&status=REJECTED&placedFrom={from}&placedTo={to}&changedSince={since}"
                    + "&after={after}&size=1",
                query.placedFrom(),
                query.placedTo(),
                query.changedSince(),
                cursor))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.next").value(cursor.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "customerid=x, customerid",
    "number=0, number",
    "number=1.0, number",
    "changedSince=1764288000, changedSince",
    "after=x, after",
    "size=0, size",
    "size=101, size",
    "size=, size",
    "size=1.5, size",
    "status=OPEN, status",
    "status=placed, status",
    "customerId=, customerId",
    "storeId=a%00b, storeId",
    "page=-1&size=0&status=OPEN, status page size"
  })
  void reportsEachInvalidQueryParameter(String query, String fields) throws Exception {
    expectInvalid(http.perform(get(java.net.URI.create("/orders?" + query))), fields.split(" "));
    verifyNoInteractions(findOrders);
  }

  @Test
  void readsTheReasonOfACancellationFromQueryOrBody() throws Exception {
    Order pending = OrderFixture.in(CustomerStatus.CANCELLATION_REQUESTED);
    when(cancelOrder.request(ORDER_ID, "twice", Scope.ALL)).thenReturn(pending);

    http.perform(delete("/orders/" + ID).queryParam("reason", "twice"))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.status").value("CANCELLATION_REQUESTED"))
        .andExpect(jsonPath("$.cancellation.requestedAt").value("2026-01-02T12:00:00.123456Z"))
        .andExpect(jsonPath("$.cancellation.comment").value("too late"))
        .andExpect(jsonPath("$.cancellation.outcome").value("PENDING"))
        .andExpect(jsonPath("$.cancellation.refusedBecause").isEmpty());
    send(DELETE, "/orders/" + ID, "{\"reason\": \"twice\"}").andExpect(status().isAccepted());
  }

  @Test
  void acceptsAnyReasonOfACancellation() throws Exception {
    Order pending = OrderFixture.in(CustomerStatus.CANCELLATION_REQUESTED);
    when(cancelOrder.request(any(), any(), any())).thenReturn(pending);

    for (String blank : List.of("", "%20", "%E3%80%80", "%0A")) {
      http.perform(delete(java.net.URI.create("/orders/" + ID + "?reason=" + blank)))
          .andExpect(status().isAccepted())
          .andExpect(jsonPath("$.notice").isEmpty());
    }
    send(DELETE, "/orders/" + ID, "{\"reason\": \"\"}").andExpect(status().isAccepted());
    verify(cancelOrder, times(5)).request(ORDER_ID, null, Scope.ALL);

    send(DELETE, "/orders/" + ID, "{\"reason\": \"a\\nb\"}").andExpect(status().isAccepted());
    verify(cancelOrder).request(ORDER_ID, "a\nb", Scope.ALL);

    send(DELETE, "/orders/" + ID, "{\"reason\": \"a\\u0000\"}").andExpect(status().isAccepted());
    verify(cancelOrder).request(ORDER_ID, "a\uFFFD", Scope.ALL);

    send(DELETE, "/orders/" + ID, "{\"reason\": \"" + "가".repeat(201) + "\"}")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.notice").value("The text was truncated to 200 characters."));
    verify(cancelOrder).request(ORDER_ID, "가".repeat(200), Scope.ALL);
  }

  @Test
  void refusesAMalformedCancellation() throws Exception {
    expectInvalid(send(DELETE, "/orders/" + ID, "{\"reason\": 7}"), "reason");
    expectInvalid(send(DELETE, "/orders/" + ID, "{\"why\": \"a\"}"), "why");
    expectInvalid(send(DELETE, "/orders/" + ID, "[]"), "body");
    expectInvalid(http.perform(delete("/orders/" + ID + "?why=a")), "why");
    verifyNoInteractions(cancelOrder);
  }

  @Test
  void asksToRetryWhenOverloaded() throws Exception {
    when(admitOrder.place(any(), any())).thenThrow(OrderFixture.overloaded());

    expectProblem(place(ORDER), 503, "overloaded").andExpect(header().string("Retry-After", "7"));
  }

  private ResultActions place(String body) throws Exception {
    return send(POST, "/orders", body);
  }

  private ResultActions send(org.springframework.http.HttpMethod method, String path, String body)
      throws Exception {
    return http.perform(
        request(method, java.net.URI.create(path)).contentType(APPLICATION_JSON).content(body));
  }

  private static void expectInvalid(ResultActions answer, String... fields) throws Exception {
    expectProblem(answer, 400, "invalid-request")
        .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder(fields)));
  }
}
