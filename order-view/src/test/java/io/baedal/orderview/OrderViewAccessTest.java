package io.baedal.orderview;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.ProjectEvents;
import io.baedal.web.access.Role;
import io.baedal.web.test.AccessContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "spring.kafka.bootstrap-servers=kafka.invalid:9092")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // otherwise its relay continues to connect to Kafka
class OrderViewAccessTest extends AccessContract {

  @Autowired private ProjectEvents projectEvents;

  @Override
  protected String service() {
    return "order-view";
  }

  @Test
  void aViewIsVisibleForItsCustomerAndItsStoreAlone() throws Exception {
    var order =
        new OrderPlaced(
            UUID.randomUUID(),
            "lunch",
            "ann-" + UUID.randomUUID(),
            "noodles-" + UUID.randomUUID(),
            List.of(new OrderPlaced.Item("Ramen", 1, 9_000, null)),
            9_000,
            "KRW",
            "12 Harbour Street",
            "CARD",
            Instant.now(),
            ThreadLocalRandom.current().nextLong(1_000_000, 1L << 50),
            null,
            null);
    projectEvents.apply(List.of(new ReceivedEvent(UUID.randomUUID(), order)));
    List<String> paths =
        List.of("/order-views/" + order.orderId(), "/order-views/" + order.number());
    List<String> lists = List.of("/order-views?number=" + order.number());

    expectVisible(token(Role.CUSTOMER, order.customerId()), paths, lists);
    expectVisible(token(Role.CUSTOMER, order.customerId()), paths, List.of("/order-views"));
    expectVisible(token(Role.STORE, order.storeId()), paths, List.of("/order-views"));
    expectVisible(token(Role.OPERATOR, "x"), paths, lists);
    for (String caller :
        List.of(
            token(Role.CUSTOMER, "other"),
            token(Role.STORE, "other"),
            token(Role.CUSTOMER, order.storeId()),
            token(Role.STORE, order.customerId()))) {
      expectHidden(
          caller,
          paths,
          List.of(
              lists.get(0),
              "/order-views?customerId=" + order.customerId(),
              "/order-views?storeId=" + order.storeId(),
              "/order-views?clientReference=lunch&customerId=" + order.customerId()));
    }
  }
}
