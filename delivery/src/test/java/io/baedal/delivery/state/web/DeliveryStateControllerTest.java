package io.baedal.delivery.state.web;

import static org.mockito.Mockito.when;

import io.baedal.delivery.state.DeliveryStates;
import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.test.OrderStateContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WebMvcTest(DeliveryStateController.class)
class DeliveryStateControllerTest extends OrderStateContract {

  @MockitoBean private DeliveryStates states;

  @Override
  protected OrderChanges changes() {
    return states;
  }

  @Test
  void returnsStates() throws Exception {
    when(states.of(List.of(ID, OTHER)))
        .thenReturn(List.of(new DeliveryStates.State(ID, "ACCEPTED", null, AT)));

    expectStates(
        """
        {"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
         "storeRequest": "ACCEPTED", "delivery": null,
         "changedAt": "2026-03-01T10:00:00.000001Z"}
        """);
  }
}
