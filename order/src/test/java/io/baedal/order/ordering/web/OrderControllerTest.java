package io.baedal.order.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.OrderProperties;
import io.baedal.order.ordering.AdmitOrder;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.CloseOrder;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderNotFound;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.OrderPage;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.OrderStatus;
import io.baedal.order.ordering.Placement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.CannotCreateTransactionException;

@WebMvcTest({OrderController.class, OutcomeController.class, ProblemErrorController.class})
@Import(OrderContentReader.class)
@EnableConfigurationProperties(OrderProperties.class)
class OrderControllerTest {

  private static final UUID ID = UUID.fromString("6f1c0ed8-5d3f-4f1c-8a53-0d2d3b7c9a10");
  private static final OrderId ORDER_ID = new OrderId(ID);

  @Autowired MockMvc http;
  @MockitoBean AdmitOrder admitOrder;
  @MockitoBean CancelOrder cancelOrder;
  @MockitoBean CloseOrder closeOrder;
  @MockitoBean FindOrders findOrders;

  @Test
  void answersWithWhereTheOrderIs() throws Exception {
    Order order = OrderFixture.placed(OrderFixture.content("customer-1", "30"), OrderFixture.NOON);
    when(admitOrder.place(any(), any())).thenReturn(new Placement(order, true));

    place(Examples.ORDER)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "/orders/" + order.id()))
        .andExpect(
            content()
                .json(
                    """
                    {"id": "%s", "orderId": "30", "customerId": "customer-1", "storeId": "store-1",
                     "status": "PLACED", "reason": null, "amount": 24500, "currency": "KRW",
                     "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000},
                               {"productName": "사과", "quantity": 1, "unitPrice": 500}],
                     "deliveryAddress": "Seoul, Songpa-gu", "paymentMethod": "CARD",
                     "placedAt": "2026-01-02T12:00:00.123456Z", "closedAt": null,
                     "cancellation": null}
                    """
                        .formatted(order.id()),
                    org.springframework.test.json.JsonCompareMode.STRICT));
  }

  @Test
  void answersOkToAnOrderThatIsThere() throws Exception {
    Order order = OrderFixture.in(OrderStatus.DELIVERED);
    when(admitOrder.place(any(), any())).thenReturn(new Placement(order, false));

    place(Examples.ORDER)
        .andExpect(status().isOk())
        .andExpect(header().string("Location", "/orders/" + order.id()))
        .andExpect(jsonPath("$.status").value("DELIVERED"));
  }

  @Test
  void passesTheKeyOn() throws Exception {
    when(admitOrder.place(any(), any())).thenReturn(new Placement(OrderFixture.placed(), true));

    http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "k-1")
                .content(Examples.ORDER))
        .andExpect(status().isCreated());

    verify(admitOrder).place(any(OrderContent.class), eq(new IdempotencyKey("k-1")));
  }

  @Test
  void namesABadKeyTogetherWithBadFields() throws Exception {
    ResultActions answer =
        http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "not visible\u00e9")
                .content(Examples.ORDER.replace("\"CARD\"", "\" \"")));
    expectInvalid(answer, "Idempotency-Key", "paymentMethod");

    expectInvalid(
        http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .header("Idempotency-Key", "one", "two")
                .content(Examples.ORDER)),
        "Idempotency-Key");
    verifyNoInteractions(admitOrder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"text\"",
        "1",
        "{} {}",
        "{'a':1}",
        "{\"a\":NaN}",
        "// {}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "{\"a\":01}",
        "\u0000"
      })
  void namesTheBodyWhenItIsNoJsonObject(String body) throws Exception {
    expectInvalid(place(body), "body");
    verifyNoInteractions(admitOrder);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws Exception {
    byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
    expectInvalid(
        http.perform(post("/orders").contentType(APPLICATION_JSON).content(body)), "body");
  }

  @Test
  void namesAFieldThatIsThereTwice() throws Exception {
    expectInvalid(
        place("{\"items\": [{\"quantity\": 1}, {\"quantity\": 1, \"quantity\": 2}]}"),
        "items[1].quantity");
  }

  @Test
  void namesEveryMissingField() throws Exception {
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
        "\"unitPrice\": 12000 | \"unitPrice\": 0                   | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"unitPrice\": -5                  | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"unitPrice\": 1000000001          | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"unitPrice\": 0.5                 | items[0].unitPrice",
        "\"unitPrice\": 12000 | \"price\": 12000 | items[0].unitPrice,items[0].price",
        "\"APPLE\"            | \"\"                               | items[0].productName",
        "\"APPLE\"            | \"a\\u0000b\"                      | items[0].productName",
        "\"APPLE\"            | \"a\\nb\"                          | items[0].productName",
        "\"APPLE\"            | \"\\ud800\"                        | items[0].productName",
        "\"APPLE\"            | {}                                 | items[0].productName",
        "\"KRW\"              | \"WON\"                            | currency",
        "\"KRW\"              | \"krw\"                            | currency",
        "\"KRW\"              | 410                                | currency",
        "\"customer-1\"       | null                               | customerId",
        "\"store-1\"          | []                                 | storeId",
        "\"CARD\"             | \"CARD\", \"tip\": 1               | tip",
        "\"CARD\"             | \"CARD\", \"orderId\": true        | orderId",
        "\"CARD\"             | \"CARD\", \"orderId\": \"\"        | orderId",
        "\"CARD\"             | \"CARD\", \"orderId\": 3.0         | orderId",
        "\"CARD\"             | \"CARD\", \"productName\": \"A\"   | productName",
      })
  void namesTheFieldThatIsWrong(String right, String wrong, String fields) throws Exception {
    String body = Examples.ORDER.replace(right, wrong);
    assertThat(body).isNotEqualTo(Examples.ORDER);
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
  void boundsTheLengthOfTexts(String right, String field, int tooLong) throws Exception {
    expectInvalid(place(Examples.ORDER.replace(right, "x".repeat(tooLong))), field);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void boundsTheNumberOfItems(int count) throws Exception {
    String items = "{},".repeat(count).replaceAll(",$", "");
    expectInvalid(place(Examples.ORDER.replaceAll("\\[.*]", "[" + items + "]")), "items");
  }

  @Test
  void boundsTheSizeOfABody() throws Exception {
    expectProblem(
        place(" ".repeat(JsonBodyResolver.LIMIT) + Examples.ORDER), 413, "payload-too-large");
    verifyNoInteractions(admitOrder);
  }

  @Test
  void takesJsonOnly() throws Exception {
    for (MockHttpServletRequestBuilder request :
        List.of(post("/orders"), put("/orders/" + ID + "/outcome"), delete("/orders/" + ID))) {
      expectProblem(
          http.perform(request.contentType(TEXT_PLAIN).content("{}")),
          415,
          "unsupported-media-type");
    }
    expectProblem(
        http.perform(post("/orders").content(Examples.ORDER)), 415, "unsupported-media-type");
    expectProblem(
        http.perform(post("/orders").header("Content-Type", "nonsense").content(Examples.ORDER)),
        415,
        "unsupported-media-type");
    verifyNoInteractions(admitOrder, cancelOrder, closeOrder);
  }

  @Test
  void doesNothingForAClientThatTakesNoJson() throws Exception {
    expectProblem(
        http.perform(
            post("/orders")
                .contentType(APPLICATION_JSON)
                .accept(TEXT_PLAIN)
                .content(Examples.ORDER)),
        406,
        "not-acceptable");
    expectProblem(http.perform(delete("/orders/" + ID).accept(TEXT_PLAIN)), 406, "not-acceptable");
    verifyNoInteractions(admitOrder, cancelOrder);
  }

  @Test
  void refusesMethodsAndPathsItDoesNotHave() throws Exception {
    expectProblem(http.perform(patch("/orders")), 405, "method-not-allowed")
        .andExpect(header().exists("Allow"));
    expectProblem(http.perform(get("/nothing")), 404, "not-found");
    expectProblem(http.perform(get("/error")), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "1-1-1-1-1", "6f1c0ed8-5d3f-4f1c-8a53-0d2d3b7c9a1g"})
  void refusesIdsThatAreNone(String id) throws Exception {
    expectInvalid(http.perform(get("/orders/{id}", id)), "id");
    expectInvalid(http.perform(delete("/orders/{id}", id)), "id");
    expectInvalid(send(PUT, "/orders/" + id + "/outcome", Examples.OUTCOME), "id");
  }

  @Test
  void knowsOnlyItsOrders() throws Exception {
    var unknown = new OrderNotFound(ORDER_ID);
    when(findOrders.byId(ORDER_ID)).thenThrow(unknown);
    when(cancelOrder.request(ORDER_ID, null)).thenThrow(unknown);
    when(closeOrder.close(any(), any(), any())).thenThrow(unknown);

    expectProblem(http.perform(get("/orders/" + ID)), 404, "not-found");
    expectProblem(http.perform(delete("/orders/" + ID)), 404, "not-found");
    expectProblem(send(PUT, "/orders/" + ID + "/outcome", Examples.OUTCOME), 404, "not-found");
  }

  @Test
  void listsAPage() throws Exception {
    var asked = new OrderQuery("customer-1", "store-1", OrderStatus.PLACED, 2, 5);
    when(findOrders.list(asked)).thenReturn(new OrderPage(List.of(OrderFixture.placed()), 11));

    http.perform(get("/orders?customerId=customer-1&storeId=store-1&status=PLACED&page=2&size=5"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.page").value(2))
        .andExpect(jsonPath("$.size").value(5))
        .andExpect(jsonPath("$.totalItems").value(11));
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, page",
    "page=x, page",
    "page=100001, page",
    "page=99999999999, page",
    "size=0, size",
    "size=101, size",
    "size=, size",
    "size=1.5, size",
    "status=OPEN, status",
    "status=placed, status",
    "customerId=, customerId",
    "storeId=a%00b, storeId",
    "status=PLACED&status=REJECTED, status",
    "page=-1&size=0&status=OPEN, status page size"
  })
  void namesEveryBadQueryParameter(String query, String fields) throws Exception {
    expectInvalid(http.perform(get(java.net.URI.create("/orders?" + query))), fields.split(" "));
    verifyNoInteractions(findOrders);
  }

  @Test
  void takesTheReasonOfACancelFromQueryOrBody() throws Exception {
    Order pending = OrderFixture.in(OrderStatus.CANCELLATION_REQUESTED);
    when(cancelOrder.request(ORDER_ID, "twice")).thenReturn(pending);

    http.perform(delete("/orders/" + ID).queryParam("reason", "twice"))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.status").value("CANCELLATION_REQUESTED"))
        .andExpect(jsonPath("$.cancellation.requestedAt").value("2026-01-02T12:00:00.123456Z"))
        .andExpect(jsonPath("$.cancellation.comment").value("too late"))
        .andExpect(jsonPath("$.cancellation.outcome").value("PENDING"))
        .andExpect(jsonPath("$.cancellation.refusedBecause").isEmpty());
    send(DELETE, "/orders/" + ID, "{\"reason\": \"twice\"}").andExpect(status().isAccepted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"reason\": 7}", "{\"reason\": \" \"}", "{\"reason\": \"a\\u0000\"}", "LONG"})
  void refusesABadReasonOfACancel(String body) throws Exception {
    String sent = body.equals("LONG") ? "{\"reason\": \"" + "x".repeat(201) + "\"}" : body;
    expectInvalid(send(DELETE, "/orders/" + ID, sent), "reason");
    expectInvalid(send(DELETE, "/orders/" + ID + "?reason=a", "{\"reason\": \"a\"}"), "reason");
    expectInvalid(http.perform(delete("/orders/" + ID).queryParam("reason", "")), "reason");
    expectInvalid(send(DELETE, "/orders/" + ID, "{\"why\": \"a\"}"), "why");
    expectInvalid(send(DELETE, "/orders/" + ID, "[]"), "body");
    verifyNoInteractions(cancelOrder);
  }

  @Test
  void takesAnOutcome() throws Exception {
    when(closeOrder.close(ORDER_ID, OrderOutcome.REJECTED, ReasonCode.STORE_REJECTED))
        .thenReturn(OrderFixture.in(OrderStatus.REJECTED));
    when(closeOrder.close(ORDER_ID, OrderOutcome.DELIVERED, null))
        .thenReturn(OrderFixture.in(OrderStatus.DELIVERED));

    send(PUT, "/orders/" + ID + "/outcome", Examples.OUTCOME)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("REJECTED"));
    send(PUT, "/orders/" + ID + "/outcome", "{\"outcome\": \"DELIVERED\", \"reason\": null}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("DELIVERED"));
  }

  @Test
  void refusesABadOutcome() throws Exception {
    String path = "/orders/" + ID + "/outcome";
    expectInvalid(send(PUT, path, "{}"), "outcome");
    expectInvalid(send(PUT, path, ""), "body");
    expectInvalid(
        send(PUT, path, "{\"outcome\": \"PLACED\", \"reason\": \"x\", \"y\": 1}"),
        "outcome",
        "reason",
        "y");
    verifyNoInteractions(closeOrder);
  }

  @Test
  void asksToComeBackWhenTheDatabaseIsAway() throws Exception {
    when(admitOrder.place(any(), any()))
        .thenThrow(new CannotCreateTransactionException("no connection"))
        .thenThrow(new CannotAcquireLockException("deadlock"))
        // a connection that died under its transaction, as when a disk is full
        .thenThrow(new IllegalStateException(new SQLException("Connection is closed")));
    for (int i = 0; i < 3; i++) {
      expectProblem(place(Examples.ORDER), 503, "service-unavailable")
          .andExpect(header().exists("Retry-After"));
    }
  }

  @Test
  void asksToComeBackWhenThereIsTooMuchToDo() throws Exception {
    when(admitOrder.place(any(), any())).thenThrow(OrderFixture.overloaded());

    expectProblem(place(Examples.ORDER), 503, "overloaded")
        .andExpect(header().string("Retry-After", "7"));
  }

  @Test
  void tellsNothingOfAnUnexpectedFailure() throws Exception {
    when(findOrders.byId(ORDER_ID)).thenThrow(new IllegalStateException("io.baedal.secret"));

    String body =
        expectProblem(http.perform(get("/orders/" + ID)), 500, "internal-error")
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(body).doesNotContain("secret", "Exception", "baedal.order");
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
        .andExpect(jsonPath("$.errors[*].field", contains(fields)));
  }

  private static ResultActions expectProblem(ResultActions answer, int status, String name)
      throws Exception {
    return answer
        .andExpect(status().is(status))
        .andExpect(content().contentType(APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:" + name))
        .andExpect(jsonPath("$.status").value(status))
        .andExpect(jsonPath("$.title").isNotEmpty())
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }
}
