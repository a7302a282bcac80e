package io.baedal.delivery.courier.web;

import static io.baedal.delivery.Problem.isProblem;
import static io.baedal.delivery.courier.DeliveryFixture.ORDER_ID;
import static io.baedal.delivery.courier.DeliveryFixture.ROUTE;
import static io.baedal.delivery.courier.DeliveryFixture.in;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.RecallDelivery;
import io.baedal.delivery.courier.StartDelivery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(DeliveryController.class)
class DeliveryControllerTest {

  @Autowired private MockMvc mvc;
  @MockitoBean private StartDelivery startDelivery;
  @MockitoBean private RecallDelivery recallDelivery;
  @MockitoBean private Deliveries deliveries;

  private ResultActions putBody(String body) throws Exception {
    return mvc.perform(
        put("/deliveries/{orderId}", ORDER_ID).contentType(APPLICATION_JSON).content(body));
  }

  @ParameterizedTest
  @EnumSource
  void answersHowTheDeliveryStands(DeliveryStatus status) throws Exception {
    when(startDelivery.start(ORDER_ID, ROUTE)).thenReturn(in(status));

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
  void answersWhatTheRecallCameTo(DeliveryStatus status) throws Exception {
    when(recallDelivery.recall(ORDER_ID)).thenReturn(in(status));

    mvc.perform(delete("/deliveries/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.status").value(status.name()));
  }

  @Test
  void namesEveryBadFieldAtOnce() throws Exception {
    isProblem(putBody("{\"deliveryAddress\": \" \"}"), 400, "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field").value(containsInAnyOrder("storeId", "deliveryAddress")));
    verifyNoInteractions(startDelivery);
  }

  @Test
  void showsADelivery() throws Exception {
    when(deliveries.find(ORDER_ID)).thenReturn(Optional.of(in(DeliveryStatus.COMPLETED)));

    mvc.perform(get("/deliveries/{orderId}", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {
                      "orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                      "storeId": "store-1",
                      "deliveryAddress": "12 Harbour Street",
                      "status": "COMPLETED",
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
    when(deliveries.find(ORDER_ID)).thenReturn(Optional.empty());

    isProblem(mvc.perform(get("/deliveries/{orderId}", ORDER_ID)), 404, "not-found");
  }

  @Test
  void listsAPage() throws Exception {
    when(deliveries.find(new Deliveries.Filter(ORDER_ID, DeliveryStatus.STARTED), 2, 5))
        .thenReturn(new Deliveries.Page(List.of(in(DeliveryStatus.STARTED)), 11));

    mvc.perform(get("/deliveries?orderId={id}&status=STARTED&page=2&size=5", ORDER_ID))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].orderId").value(ORDER_ID.toString()))
        .andExpect(jsonPath("$.page").value(2))
        .andExpect(jsonPath("$.size").value(5))
        .andExpect(jsonPath("$.totalItems").value(11));
  }

  @Test
  void namesEveryBadParameterAtOnce() throws Exception {
    isProblem(
            mvc.perform(get("/deliveries?orderId=x&status=LOST&page=-1&size=101")),
            400,
            "invalid-request")
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(containsInAnyOrder("orderId", "status", "page", "size")));
  }
}
