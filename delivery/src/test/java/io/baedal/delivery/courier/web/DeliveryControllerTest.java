package io.baedal.delivery.courier.web;

import static io.baedal.delivery.courier.DeliveryFixture.ORDER_ID;
import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.courier.DeliveryFixture.STARTED_AT;
import static io.baedal.delivery.courier.DeliveryFixture.in;
import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.containsInAnyOrder;
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

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import io.baedal.delivery.refusal.web.RefusalProblems;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(DeliveryController.class)
@Import(RefusalProblems.class)
class DeliveryControllerTest {

  @Autowired private MockMvc mvc;
  @MockitoBean private ChangeDelivery changeDelivery;
  @MockitoBean private Deliveries deliveries;

  private ResultActions putBody(String body) throws Exception {
    return mvc.perform(
        put("/deliveries/{orderId}", ORDER_ID).contentType(APPLICATION_JSON).content(body));
  }

  @ParameterizedTest
  @EnumSource
  void returnsTheStatusOfTheDelivery(DeliveryStatus status) throws Exception {
    when(changeDelivery.start(ORDER_ID, ROUTE)).thenReturn(in(status));

    putBody("{\"storeId\": \"store-1\", \"deliveryAddress\": \"12 Harbour Street\"}")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    "{\"orderId\": \"%s\", \"status\": \"%s\"}".formatted(ORDER_ID, status),
                    JsonCompareMode.STRICT));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STARTED")
  void returnsTheOutcomeOfTheRecall(DeliveryStatus status) throws Exception {
    when(changeDelivery.recall(ORDER_ID)).thenReturn(in(status));

    mvc.perform(delete("/deliveries/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.status").value(status.name()));
  }

  @Test
  void acceptsTheNoteAndPhoneOfTheCustomer() throws Exception {
    var route = new Route(13L, "store-1", "12 Sejong-daero\nApt 4", "ring twice", "+82 2 123 4567");
    when(changeDelivery.start(ORDER_ID, route)).thenReturn(in(DeliveryStatus.STARTED));

    putBody(
            """
            {"orderNumber": 13, "storeId": "store-1", "deliveryAddress": "12 Sejong-daero\\nApt 4",
             "note": "ring twice", "phone": "+82 2 123 4567"}
            """)
        .andExpect(status().isOk());

    verify(changeDelivery).start(ORDER_ID, route);
  }

  @Test
  void limitsTheInputOfTheCustomer() throws Exception {
    var answer =
        putBody(
            """
            {"orderNumber": 1000000000000000000, "storeId": "store-1", "deliveryAddress": "a",
             "note": "%s", "phone": "%s"}
            """
                .formatted("x".repeat(501), "1".repeat(33)));

    expectProblem(answer, 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(containsInAnyOrder("orderNumber", "note", "phone")));
  }

  @Test
  void reportsAllInvalidFields() throws Exception {
    expectProblem(putBody("{\"deliveryAddress\": \" \"}"), 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field").value(containsInAnyOrder("storeId", "deliveryAddress")));
    verifyNoInteractions(changeDelivery);
  }

  @Test
  void showsADelivery() throws Exception {
    when(deliveries.find(ORDER_ID, Scope.ALL))
        .thenReturn(Optional.of(in(DeliveryStatus.COMPLETED)));

    mvc.perform(get("/deliveries/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {
                      "orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                      "orderNumber": null,
                      "storeId": "store-1",
                      "deliveryAddress": "12 Harbour Street",
                      "note": null,
                      "phone": null,
                      "status": "COMPLETED",
                      "courierId": null,
                      "startedAt": "2026-03-01T10:00:00Z",
                      "pickedUpAt": "2026-03-01T10:00:05Z",
                      "completedAt": "2026-03-01T10:00:05Z",
                      "cancelledAt": null
                    }
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void answersAnUnknownOrderWithNotFound() throws Exception {
    when(deliveries.find(ORDER_ID, Scope.ALL)).thenReturn(Optional.empty());

    expectProblem(mvc.perform(get("/deliveries/{orderId}", ORDER_ID)), 404, "not-found");
  }

  @Test
  void listsAPage() throws Exception {
    Delivery delivery = in(DeliveryStatus.STARTED);
    var open = Set.of(DeliveryStatus.STARTED, DeliveryStatus.PICKED_UP);
    var filter = new Works.Filter<>(ORDER_ID, 13L, "store-1", open, STARTED_AT, Scope.ALL);
    var after = new Cursor(STARTED_AT.minusSeconds(1), new UUID(0, 1));
    when(deliveries.find(filter, after, 2)).thenReturn(List.of(delivery, delivery));

    mvc.perform(
            get(
                "/deliveries?orderId={id}&orderNumber=13&storeId=store-1&status=STARTED&status=PICKED_UP"
                    + "&changedSince={since}&after={after}&size=1",
                ORDER_ID,
                STARTED_AT,
                after))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.next").value(new Cursor(STARTED_AT, ORDER_ID).toString()));
  }

  @Test
  void reportsAllInvalidParameters() throws Exception {
    expectProblem(
            mvc.perform(
                get(
                    "/deliveries?orderId=x&orderNumber=0&storeId=&status=LOST&changedSince=today&after=0"
                        + "&size=101&page=1")),
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
}
