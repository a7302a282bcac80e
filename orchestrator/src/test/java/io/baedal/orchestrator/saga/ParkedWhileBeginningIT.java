package io.baedal.orchestrator.saga;

import static io.baedal.messaging.event.OrderStatus.CANCELLATION_REQUESTED;
import static io.baedal.messaging.event.OrderStatus.CANCELLED;
import static io.baedal.messaging.event.OrderStatus.PAYMENT_APPROVED;
import static io.baedal.messaging.event.OrderStatus.PLACED;
import static io.baedal.messaging.event.OrderStatus.STORE_ACCEPTED;
import static io.baedal.messaging.event.OrderStatus.STORE_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.saga.OrderDriver.By;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A message is parked while its order begins: neither transaction sees the other. */
@OrchestratorTest
@Import(Races.class)
class ParkedWhileBeginningIT {

  @Autowired OrderDriver order;
  @Autowired OrderTrace trace;

  @Test
  void anAnswerOfTheStoreIsDelivered() {
    var parked = order.uncommitted(order::storeAccepts);
    order.place();
    parked.commit();
    order.runJob();
    order.runJob();

    trace.awaitNoParkedMessages(order.id());
    assertThat(trace.timeline(order.id()))
        .containsExactly(PLACED, PAYMENT_APPROVED, STORE_REQUESTED, STORE_ACCEPTED);
  }

  @Test
  void aCancelIsDelivered() {
    var parked = order.uncommitted(() -> order.cancel(By.CUSTOMER));
    order.place();
    parked.commit();

    trace.awaitNoParkedMessages(order.id());
    order.runJobs();
    assertThat(trace.timeline(order.id()))
        .containsExactly(PLACED, CANCELLATION_REQUESTED, CANCELLED);
  }
}
