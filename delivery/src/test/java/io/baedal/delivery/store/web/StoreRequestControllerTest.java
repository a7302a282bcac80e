package io.baedal.delivery.store.web;

import static io.baedal.delivery.store.StoreRequestFixture.ORDER;
import static io.baedal.delivery.store.StoreRequestFixture.ORDER_ID;
import static io.baedal.delivery.store.StoreRequestFixture.REQUESTED_AT;
import static io.baedal.delivery.store.StoreRequestFixture.in;
import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.delivery.refusal.web.RefusalProblems;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import io.baedal.delivery.work.Works;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(StoreRequestController.class)
@Import(RefusalProblems.class)
class StoreRequestControllerTest {

  private static final String BODY =
      """
      {"storeId": "store-1", "items": [{"productName": "Bibimbap", "quantity": 2}],
       "deliveryAddress": "12 Harbour Street"}
      """;

  @Autowired private MockMvc mvc;
  @MockitoBean private ChangeStoreRequest changeStoreRequest;
  @MockitoBean private StoreRequests requests;

  private ResultActions putBody(String body) throws Exception {
    return mvc.perform(
        put("/store-requests/{orderId}", ORDER_ID).contentType(APPLICATION_JSON).content(body));
  }

  @ParameterizedTest
  @EnumSource
  void returnsTheStatusOfTheRequest(StoreRequestStatus status) throws Exception {
    when(changeStoreRequest.request(ORDER_ID, ORDER)).thenReturn(in(status));

    putBody(BODY)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    "{\"orderId\": \"%s\", \"status\": \"%s\"}".formatted(ORDER_ID, status),
                    JsonCompareMode.STRICT));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "REJECTED"})
  void returnsTheOutcomeOfTheCancellation(StoreRequestStatus status) throws Exception {
    when(changeStoreRequest.cancel(ORDER_ID)).thenReturn(in(status));

    mvc.perform(delete("/store-requests/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.status").value(status.name()));
  }

  @Test
  void acceptsARequestWithoutAddress() throws Exception {
    when(changeStoreRequest.request(any(), any())).thenReturn(in(StoreRequestStatus.REQUESTED));

    putBody("{\"storeId\": \"s\", \"items\": [{\"productName\": \"x\", \"quantity\": 1}]}")
        .andExpect(status().isOk());
  }

  @Test
  void acceptsTheNoteAndOptionsOfTheCustomer() throws Exception {
    var item = new StoreOrder.Item("Bibimbap", 2, List.of("no egg\nplease", "hot"));
    var order = new StoreOrder(13L, "store-1", List.of(item), null, "no cutlery");
    when(changeStoreRequest.request(ORDER_ID, order)).thenReturn(in(StoreRequestStatus.REQUESTED));

    putBody(
            """
            {"orderNumber": 13, "storeId": "store-1", "note": "no cutlery",
             "items": [{"productName": "Bibimbap", "quantity": 2, "options": ["no egg\\nplease", "hot"]}]}
            """)
        .andExpect(status().isOk());

    verify(changeStoreRequest).request(ORDER_ID, order);
  }

  @Test
  void limitsTheInputOfTheCustomer() throws Exception {
    String options = "\"x\",".repeat(20) + "\"x\"";
    var answer =
        putBody(
            """
            {"orderNumber": 0, "storeId": "store-1", "note": "%s",
             "items": [{"productName": "x", "quantity": 1, "options": [%s]},
                       {"productName": "x", "quantity": 1, "options": ["ok", " ", "%s", 5]}]}
            """
                .formatted("x".repeat(501), options, "x".repeat(101)));

    expectProblem(answer, 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    containsInAnyOrder(
                        "orderNumber", "note", "items[0].options", "items[1].options[3]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\\u200b"})
  void refusesOptionsThatAreBlank(String option) throws Exception {
    String body =
        BODY.replace(
            "\"quantity\": 2", "\"quantity\": 2, \"options\": [\"ok\", \"" + option + "\"]");

    expectProblem(putBody(body), 400, "invalid-request")
        .andExpect(jsonPath("$.errors[*].field").value(contains("items[0].options[1]")));
  }

  @Test
  void acceptsTheLargestRequest() throws Exception {
    String item = "{\"productName\": \"%s\", \"quantity\": 999}".formatted("가".repeat(500));
    String body =
        "{\"storeId\": \"%s\", \"deliveryAddress\": \"%s\", \"items\": [%s]}"
            .formatted("s".repeat(200), "주".repeat(1000), (item + ",").repeat(999) + item);
    when(changeStoreRequest.request(any(), any())).thenReturn(in(StoreRequestStatus.REQUESTED));

    putBody(body).andExpect(status().isOk());
  }

  @Test
  void reportsAllInvalidFields() throws Exception {
    var answer =
        putBody(
            """
            {"storeId": " ", "deliveryAddress": "a\\u0000b",
             "items": [{"productName": "", "quantity": 0}, {}, null]}
            """);

    expectProblem(answer, 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    containsInAnyOrder(
                        "storeId",
                        "deliveryAddress",
                        "items[0].productName",
                        "items[0].quantity",
                        "items[1].productName",
                        "items[1].quantity",
                        "items[2]")));
    verifyNoInteractions(changeStoreRequest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "1.5", "true", "{}", "0", "-1", "1000", "99999999999", "null"})
  void refusesQuantitiesThatAreNotWholeNumbersInRange(String quantity) throws Exception {
    expectProblem(putBody(BODY.replace("2}", quantity + "}")), 400, "invalid-request")
        .andExpect(jsonPath("$.errors[0].field").value("items[0].quantity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "\"x\"", "5", "[]", "null"})
  void refusesItemsThatAreNotAList(String items) throws Exception {
    expectProblem(
            putBody("{\"storeId\": \"store-1\", \"items\": " + items + "}"), 400, "invalid-request")
        .andExpect(jsonPath("$.errors[0].field").value("items"));
  }

  @Test
  void showsARequest() throws Exception {
    when(requests.find(ORDER_ID, Scope.ALL))
        .thenReturn(Optional.of(in(StoreRequestStatus.REJECTED)));

    mvc.perform(get("/store-requests/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {
                      "orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                      "orderNumber": null,
                      "storeId": "store-1",
                      "items": [{"productName": "Bibimbap", "quantity": 2, "options": []}],
                      "deliveryAddress": "12 Harbour Street",
                      "note": null,
                      "status": "REJECTED",
                      "rejectionReason": "sold out",
                      "requestedAt": "2026-03-01T10:00:00Z",
                      "answeredAt": "2026-03-01T10:00:05Z",
                      "cancelledAt": null,
                      "notice": null
                    }
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void answersAnUnknownOrderWithNotFound() throws Exception {
    when(requests.find(ORDER_ID, Scope.ALL)).thenReturn(Optional.empty());

    expectProblem(mvc.perform(get("/store-requests/{orderId}", ORDER_ID)), 404, "not-found");
  }

  @Test
  void listsAPage() throws Exception {
    StoreRequest request = in(StoreRequestStatus.ACCEPTED);
    var open = Set.of(StoreRequestStatus.REQUESTED, StoreRequestStatus.ACCEPTED);
    var filter = new Works.Filter<>(ORDER_ID, 13L, "store-1", open, REQUESTED_AT, Scope.ALL);
    var after = new Cursor(REQUESTED_AT.minusSeconds(1), new UUID(0, 1));
    when(requests.find(filter, after, 2)).thenReturn(List.of(request, request));

    mvc.perform(
            get(
                "/store-requests?orderId={id}&orderNumber=13&storeId=store-1&status=ACCEPTED&status=REQUESTED"
                    + "&changedSince={since}&after={after}&size=1",
                ORDER_ID,
                REQUESTED_AT,
                after))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.next").value(new Cursor(REQUESTED_AT, ORDER_ID).toString()));
  }

  @Test
  void listsTheFirstTwentyByDefault() throws Exception {
    when(requests.find(new Works.Filter<>(null, null, null, Set.of(), null, Scope.ALL), null, 21))
        .thenReturn(List.of(in(StoreRequestStatus.REQUESTED)));

    mvc.perform(get("/store-requests"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.next").isEmpty());
  }

  @Test
  void reportsAllInvalidParameters() throws Exception {
    expectProblem(
            mvc.perform(
                get(
                    "/store-requests?orderId=x&orderNumber=0&storeId={store}&status=EATEN&changedSince=today"
                        + "&after=0&size=many&page=1",
                    "a\u0000b")),
            400,
            "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    containsInAnyOrder(
                        "orderId",
                        "orderNumber",
                        "storeId",
                        "status",
                        "changedSince",
                        "after",
                        "size",
                        "page")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orderId", "orderNumber", "storeId", "status", "changedSince", "after", "size"})
  void refusesBlankFilters(String parameter) throws Exception {
    expectProblem(mvc.perform(get("/store-requests?" + parameter + "=")), 400, "invalid-request")
        .andExpect(jsonPath("$.errors[*].field").value(contains(parameter)));
  }
}
