package io.baedal.payment.charge.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.Mockito.when;
import static org.springframework.test.json.JsonCompareMode.STRICT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.payment.charge.PaymentStates;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.web.reconciliation.OrderChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(PaymentStateController.class)
class PaymentStateControllerTest {

  private static final UUID ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.000001Z");

  @Autowired private MockMvc mvc;
  @MockitoBean private PaymentStates states;

  @Test
  void answersStates() throws Exception {
    when(states.of(List.of(ID, new UUID(1, 1))))
        .thenReturn(List.of(new PaymentStates.State(ID, PaymentStatus.APPROVED, 18_000, 0, AT)));

    mvc.perform(get("/order-states?orderId={one}&orderId={other}", ID, new UUID(1, 1)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {"items": [{"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                                "status": "APPROVED", "approvedAmount": 18000, "refundedAmount": 0,
                                "changedAt": "2026-03-01T10:00:00.000001Z"}]}
                    """,
                    STRICT));
  }

  @Test
  void answersAPageOfChanges() throws Exception {
    var span = new OrderChanges.Span(AT, ID, AT.plusSeconds(1));
    when(states.changes(span, 7)).thenReturn(List.of(new OrderChanges.Change(ID, AT)));

    mvc.perform(get("/order-changes?from={from}&after={id}&to={to}&limit=7", AT, ID, span.to()))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {"items": [{"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
                                "changedAt": "2026-03-01T10:00:00.000001Z"}]}
                    """,
                    STRICT));
  }

  @Test
  void namesEveryFaultOfAChangesQuery() throws Exception {
    mvc.perform(get("/order-changes?from=yesterday&after=1-1-1-1-1&limit=101"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:invalid-request"))
        .andExpect(
            jsonPath("$.errors[*].field", containsInAnyOrder("from", "after", "to", "limit")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?orderId=1-1-1-1-1", "?orderId="})
  void refusesStatesOfInvalidOrderIds(String query) throws Exception {
    mvc.perform(get("/order-states" + query))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:invalid-request"));
  }

  @Test
  void refusesMoreThanAHundredOrders() throws Exception {
    mvc.perform(get("/order-states?orderId=" + (ID + "&orderId=").repeat(100) + ID))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].message").value("must be given 1 to 100 times"));
  }
}
