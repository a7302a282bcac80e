package io.baedal.orderview;

import io.baedal.messaging.test.TestPostgres;
import io.baedal.web.test.AuditContract;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "spring.kafka.bootstrap-servers=kafka.invalid:9092")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // otherwise its relay continues to connect to Kafka
class OrderViewAuditTest extends AuditContract {

  @Override
  protected String service() {
    return "order-view";
  }
}
