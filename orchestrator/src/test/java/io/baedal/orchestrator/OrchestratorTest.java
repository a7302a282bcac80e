package io.baedal.orchestrator;

import io.baedal.messaging.test.TestPostgres;
import io.baedal.orchestrator.operations.OperatorClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Starts the complete orchestrator on a real PostgreSQL. Only the test runs jobs and sends
 * messages. Test classes with the same settings and beans share the context.
 */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "orchestrator.operator.password=test-password",
      "camunda.bpm.job-execution.enabled=false",
      "baedal.messaging.listen=false",
      "spring.kafka.bootstrap-servers=localhost:1",
      "spring.kafka.producer.properties.max.block.ms=200",
      "baedal.messaging.poll-interval=1h",
      "orchestrator.reconciliation.every=1h"
    })
@AutoConfigureMockMvc
@Import(OperatorClient.class)
@ContextConfiguration(initializers = TestPostgres.class)
@ExtendWith(SharedContext.class)
@TestExecutionListeners(listeners = SharedContext.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface OrchestratorTest {}
