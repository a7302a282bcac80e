package io.baedal.orchestrator;

import io.baedal.messaging.test.TestPostgres;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The complete orchestrator on a real PostgreSQL; jobs and messages come only from the test. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext
public @interface OrchestratorTest {

  @AliasFor(annotation = SpringBootTest.class)
  SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;

  @AliasFor(annotation = SpringBootTest.class)
  String[] properties() default {
    "orchestrator.operator.password=test-password",
    "camunda.bpm.job-execution.enabled=false",
    "baedal.messaging.listen=false",
    "spring.kafka.bootstrap-servers=localhost:1",
    "spring.kafka.producer.properties.max.block.ms=200",
    "baedal.messaging.poll-interval=1h",
    "orchestrator.reconciliation.every=1h"
  };
}
