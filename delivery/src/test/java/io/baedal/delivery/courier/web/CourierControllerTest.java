package io.baedal.delivery.courier.web;

import static io.baedal.delivery.courier.DeliveryFixture.ORDER_ID;
import static io.baedal.delivery.courier.DeliveryFixture.in;
import static io.baedal.delivery.courier.DeliveryStatus.CANCELLED;
import static io.baedal.delivery.courier.DeliveryStatus.COMPLETED;
import static io.baedal.delivery.courier.DeliveryStatus.PICKED_UP;
import static io.baedal.delivery.courier.DeliveryStatus.STARTED;
import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.refusal.web.RefusalProblems;
import io.baedal.web.access.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(CourierController.class)
@Import(RefusalProblems.class)
class CourierControllerTest {

  @Autowired private MockMvc mvc;
  @MockitoBean private ChangeDelivery changeDelivery;

  private ResultActions report(String step) throws Exception {
    return mvc.perform(post("/deliveries/{orderId}/" + step, ORDER_ID));
  }

  @Test
  void picksUpAndCompletes() throws Exception {
    when(changeDelivery.pickUp(ORDER_ID, Scope.ALL)).thenReturn(in(PICKED_UP));
    when(changeDelivery.complete(ORDER_ID, Scope.ALL)).thenReturn(in(COMPLETED));

    report("pick-up").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("PICKED_UP"));
    report("completion")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("COMPLETED"));
  }

  @Test
  void answersAnInvalidStepWithTheCurrentState() throws Exception {
    when(changeDelivery.pickUp(ORDER_ID, Scope.ALL))
        .thenThrow(new WrongState(CANCELLED, PICKED_UP));
    when(changeDelivery.complete(ORDER_ID, Scope.ALL))
        .thenThrow(new WrongState(STARTED, COMPLETED));

    expectProblem(report("pick-up"), 409, "wrong-state")
        .andExpect(jsonPath("$.detail").value(containsString("CANCELLED")));
    expectProblem(report("completion"), 409, "wrong-state")
        .andExpect(jsonPath("$.detail").value(containsString("STARTED")));
  }

  @Test
  void answersAnUnknownOrderWithNotFound() throws Exception {
    when(changeDelivery.pickUp(ORDER_ID, Scope.ALL)).thenThrow(new UnknownOrder(ORDER_ID));
    when(changeDelivery.complete(ORDER_ID, Scope.ALL)).thenThrow(new UnknownOrder(ORDER_ID));

    expectProblem(report("pick-up"), 404, "not-found");
    expectProblem(report("completion"), 404, "not-found");
  }
}
