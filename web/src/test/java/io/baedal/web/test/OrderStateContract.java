package io.baedal.web.test;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.Mockito.when;
import static org.springframework.test.json.JsonCompareMode.STRICT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.web.reconciliation.OrderChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * The endpoints of reconciliation, which are the same in each service but for the fields of a
 * state. A subclass is a web slice of the service's controller and adds the test of its fields.
 */
public abstract class OrderStateContract {

  protected static final UUID ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  protected static final UUID OTHER = new UUID(1, 1);
  protected static final Instant AT = Instant.parse("2026-03-01T10:00:00.000001Z");

  @Autowired private MockMvc mvc;

  /** The mocked source of the controller. */
  protected abstract OrderChanges changes();

  /** Requests the states of {@link #ID} and {@link #OTHER}; expects those of {@code items}. */
  protected final void expectStates(String items) throws Exception {
    mvc.perform(get("/order-states?orderId={one}&orderId={other}", ID, OTHER))
        .andExpect(status().isOk())
        .andExpect(content().json("{\"items\": [" + items + "]}", STRICT));
  }

  @Test
  void returnsAPageOfChanges() throws Exception {
    var span = new OrderChanges.Span(AT, ID, AT.plusSeconds(1));
    when(changes().changes(span, 7)).thenReturn(List.of(new OrderChanges.Change(ID, AT)));

    expectTheChange(
        mvc.perform(
            get("/order-changes?from={from}&after={id}&to={to}&limit=7", AT, ID, span.to())));
  }

  @Test
  void theFirstPageHasAHundredChanges() throws Exception {
    var span = new OrderChanges.Span(AT, new UUID(0, 0), AT.plusSeconds(1));
    when(changes().changes(span, 100)).thenReturn(List.of(new OrderChanges.Change(ID, AT)));

    expectTheChange(mvc.perform(get("/order-changes?from={from}&to={to}", AT, span.to())));
  }

  private static void expectTheChange(ResultActions response) throws Exception {
    response
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
  void refusesMissingOrInvalidOrderIds(String query) throws Exception {
    mvc.perform(get("/order-states" + query))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:baedal:problem:invalid-request"))
        .andExpect(jsonPath("$.errors[0].field").value("orderId"));
  }

  @Test
  void refusesMoreThanAHundredOrders() throws Exception {
    mvc.perform(get("/order-states?orderId=" + (ID + "&orderId=").repeat(100) + ID))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].message").value("must be given 1 to 100 times"));
  }
}
