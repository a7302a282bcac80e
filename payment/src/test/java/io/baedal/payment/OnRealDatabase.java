package io.baedal.payment;

import io.baedal.messaging.test.TestPostgres;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The service on a real PostgreSQL, without Kafka, so that events remain in the outbox. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "payment.simulation.enabled=true",
      "payment.simulation.slow-answer=50ms",
      "spring.kafka.bootstrap-servers=localhost:1",
      "spring.kafka.admin.auto-create=false",
      "spring.kafka.producer.properties.max.block.ms=200",
      "logging.level.io.baedal.messaging=error",
      "logging.level.org.springframework.kafka=off",
      "logging.level.io.baedal.payment.charge=warn"
    })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPostgres.class)
@Import({ScriptedProvider.class, Books.class})
public @interface OnRealDatabase {}
