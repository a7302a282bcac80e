package io.baedal.delivery;

import io.baedal.messaging.test.TestPostgres;
import io.baedal.web.test.ManagementPortContract;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.kafka.bootstrap-servers=kafka.invalid:9092"})
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // otherwise its relay continues to connect to Kafka
class DeliveryManagementPortIT extends ManagementPortContract {}
