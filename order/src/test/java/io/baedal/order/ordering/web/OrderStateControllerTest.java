package io.baedal.order.ordering.web;

import static org.mockito.Mockito.when;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.PlacedStates;
import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.test.OrderStateContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WebMvcTest(OrderStateController.class)
class OrderStateControllerTest extends OrderStateContract {

  @MockitoBean private PlacedStates states;

  @Override
  protected OrderChanges changes() {
    return states;
  }

  @Test
  void returnsStates() throws Exception {
    when(states.of(List.of(ID, OTHER)))
        .thenReturn(
            List.of(
                new PlacedStates.State(
                    ID,
                    CustomerStatus.CANCELLED,
                    ReasonCode.CUSTOMER_CANCELLED,
                    Cancellation.Outcome.CANCELLED,
                    AT)));

    expectStates(
        """
        {"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
         "status": "CANCELLED", "reason": "CUSTOMER_CANCELLED", "cancellation": "CANCELLED",
         "changedAt": "2026-03-01T10:00:00.000001Z"}
        """);
  }
}
