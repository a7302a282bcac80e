package io.baedal.payment.charge.web;

import static org.mockito.Mockito.when;

import io.baedal.payment.charge.PaymentStates;
import io.baedal.payment.charge.PaymentStatus;
import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.test.OrderStateContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@WebMvcTest(PaymentStateController.class)
class PaymentStateControllerTest extends OrderStateContract {

  @MockitoBean private PaymentStates states;

  @Override
  protected OrderChanges changes() {
    return states;
  }

  @Test
  void returnsStates() throws Exception {
    when(states.of(List.of(ID, OTHER)))
        .thenReturn(List.of(new PaymentStates.State(ID, PaymentStatus.APPROVED, 18_000, 0, AT)));

    expectStates(
        """
        {"orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11",
         "status": "APPROVED", "approvedAmount": 18000, "refundedAmount": 0,
         "changedAt": "2026-03-01T10:00:00.000001Z"}
        """);
  }
}
