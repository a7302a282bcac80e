package io.baedal.orderview;

import static org.springframework.http.HttpMethod.valueOf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.RecordedCalls;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.ProjectEvents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** Compares the answers to the recorded calls of the orchestrator. */
@SpringBootTest(properties = "spring.kafka.bootstrap-servers=kafka.invalid:9092")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // otherwise its relay continues to connect to Kafka
class OrderViewContractTest {

  private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");

  @Autowired MockMvc mvc;
  @Autowired ProjectEvents projectEvents;

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    var paid = new OrderViewFixture(FIRST, "customer-1", "store-1");
    apply(paid.placed(0));
    apply(paid.changed(2, OrderStatus.PAYMENT_APPROVED));
    var cancelled = new OrderViewFixture(SECOND, "customer-1", "store-1");
    apply(cancelled.cancellationRequested(2));
    apply(cancelled.changed(3, OrderStatus.CANCELLED, ReasonCode.CUSTOMER_CANCELLED));

    for (var call : RecordedCalls.to("order-view")) {
      mvc.perform(request(valueOf(call.method()), call.url()))
          .andExpect(status().is(call.status()))
          .andExpect(
              answer ->
                  RecordedCalls.assertAnswer(
                      call.answer(), answer.getResponse().getContentAsString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?orderId=", "?orderId=1-1-1-1-1"})
  void refusesMissingOrInvalidOrderIds(String query) throws Exception {
    mvc.perform(get("/order-states" + query))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("orderId"));
  }

  @Test
  void refusesMoreThanAHundredOrders() throws Exception {
    mvc.perform(get("/order-states?orderId=" + (FIRST + "&orderId=").repeat(100) + FIRST))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].message").value("must be given 1 to 100 times"));
  }

  private void apply(DomainEvent event) {
    projectEvents.apply(List.of(new ReceivedEvent(UUID.randomUUID(), event)));
  }
}
