package io.baedal.orderview.view.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.OrderViews;
import io.baedal.orderview.view.ViewFilter;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.test.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest(OrderViewController.class)
class OrderViewControllerTest {

  private static final UUID ID = UUID.fromString("0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11");

  @Autowired MockMvc mvc;
  @MockitoBean OrderViews views;
  @MockitoBean OrderNumbers numbers;

  private final OrderView view = new OrderViewFixture(ID, "customer-1", "store-1").view();

  @Test
  void showsAnOrderWithItsTimeline() throws Exception {
    given(views.find(ID, Scope.ALL)).willReturn(Optional.of(view));

    mvc.perform(get("/order-views/" + ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {
                      "orderId": "0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11",
                      "number": 13,
                      "clientReference": "lunch",
                      "customerId": "customer-1",
                      "storeId": "store-1",
                      "items": [{"productName": "김밥", "quantity": 2, "unitPrice": 3500,
                                 "options": ["no onions", "곱빼기"]}],
                      "amount": 7000,
                      "currency": "KRW",
                      "deliveryAddress": "1 Sejong-daero",
                      "phone": "+82 10-1234-5678",
                      "note": "ring twice",
                      "paymentMethod": "CARD",
                      "placedAt": "2026-01-01T10:00:00.123456Z",
                      "status": "CANCELLED",
                      "reason": "OPERATOR_CANCELLED",
                      "reasonComment": "the kitchen is on fire",
                      "sequence": 2,
                      "updatedAt": "2026-01-01T10:02:00.123456Z",
                      "cancellation": {
                        "requestedAt": "2026-01-01T10:01:00.123456Z",
                        "comment": "too late for me",
                        "outcome": "CANCELLED",
                        "reason": null
                      },
                      "timeline": [
                        {"sequence": 1, "status": "CANCELLATION_REQUESTED",
                         "reason": "OPERATOR_CANCELLED",
                         "reasonComment": "the kitchen is on fire", "step": "a",
                         "at": "2026-01-01T10:01:00.123456Z"},
                        {"sequence": 2, "status": "CANCELLED",
                         "reason": "OPERATOR_CANCELLED", "reasonComment": null, "step": "b",
                         "at": "2026-01-01T10:02:00.123456Z"}
                      ]
                    }
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void omitsUnknownFields() throws Exception {
    given(views.find(ID, Scope.ALL))
        .willReturn(
            Optional.of(
                new OrderView(
                    ID,
                    null,
                    OrderStatus.PLACED,
                    null,
                    null,
                    0,
                    view.updatedAt(),
                    null,
                    List.of())));

    mvc.perform(get("/order-views/" + ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.customerId").doesNotExist())
        .andExpect(jsonPath("$.cancellation").value((Object) null))
        .andExpect(jsonPath("$.timeline").isEmpty());
  }

  @Test
  void acceptsTheNumberOfAnOrderInsteadOfItsId() throws Exception {
    given(numbers.find(13, Scope.ALL)).willReturn(Optional.of(ID));
    given(views.find(ID, Scope.ALL)).willReturn(Optional.of(view));

    mvc.perform(get("/order-views/13"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ID.toString()));
  }

  @Test
  void answersAnUnknownNumberWithNotFound() throws Exception {
    given(numbers.find(14, Scope.ALL)).willReturn(Optional.empty());

    expectProblem(get("/order-views/14"), 404, "not-found");
  }

  @Test
  void listsAPageWithoutTimelines() throws Exception {
    var filter =
        new ViewFilter(
            "ann",
            "noodles",
            Set.of(OrderStatus.CANCELLED, OrderStatus.REJECTED),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-01-15T00:00:00Z"),
            13L,
            "lunch",
            Scope.ALL);
    var after = new Cursor(view.listedAt().plusSeconds(1), ID);
    OrderView listed = view.withTimeline(List.of());
    given(views.list(filter, after, 2)).willReturn(List.of(listed, listed));

    mvc.perform(
            get(
                "/order-views?customerId=ann&storeId=noodles&status=CANCELLED&status=REJECTED"
                    + "&placedFrom=2026-01-01T00:00:00Z&placedTo=2026-02-01T00:00:00Z"
                    + "&changedSince=2026-01-15T00:00:00Z&number=13&clientReference=lunch"
                    + "&size=1&after="
                    + after))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].orderId").value(ID.toString()))
        .andExpect(jsonPath("$.items[0].timeline").doesNotExist())
        .andExpect(jsonPath("$.next").value(new Cursor(view.listedAt(), ID).toString()));
  }

  @Test
  void listsTheFirstTwentyByDefault() throws Exception {
    given(views.list(ViewFilter.ALL, null, 21)).willReturn(List.of(view));

    mvc.perform(get("/order-views"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @Test
  void reportsAllInvalidParameters() throws Exception {
    expectProblem(
            get(
                URI.create(
                    "/order-views?customerId="
                        + "x".repeat(201)
                        + "&storeId=a%00b&status=EATEN&after=-1&size=many&page=0&number=0"
                        + "&clientReference=&placedFrom=today&placedTo=1&changedSince=")),
            400,
            "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    containsInAnyOrder(
                        "customerId",
                        "storeId",
                        "status",
                        "after",
                        "size",
                        "page",
                        "number",
                        "clientReference",
                        "placedFrom",
                        "placedTo",
                        "changedSince")));
    then(views).shouldHaveNoInteractions();
  }

  @ParameterizedTest
  @CsvSource({"size, 0", "size, 101", "size, 1.5", "size, -1", "status, placed", "after, page-2"})
  void refusesAnInvalidParameter(String field, String value) throws Exception {
    expectProblem(get("/order-views?" + field + "=" + value), 400, "invalid-request")
        .andExpect(jsonPath("$.errors.length()").value(1))
        .andExpect(jsonPath("$.errors[0].field").value(field));
  }

  @Test
  void refusesAnInvalidOrderId() throws Exception {
    expectProblem(get("/order-views/01"), 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[0].message").value("must be a UUID or the number of an order"));
  }

  @Test
  void answersAnUnknownOrderWithNotFound() throws Exception {
    given(views.find(ID, Scope.ALL)).willReturn(Optional.empty());

    expectProblem(get("/order-views/" + ID), 404, "not-found")
        .andExpect(jsonPath("$.detail").value(containsString(ID.toString())));
  }

  private ResultActions expectProblem(
      MockHttpServletRequestBuilder request, int status, String type) throws Exception {
    return Problems.expectProblem(mvc.perform(request), status, type);
  }
}
