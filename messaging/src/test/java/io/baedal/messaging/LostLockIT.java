package io.baedal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.test.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A relay is woken once, while the relay of another replica holds the lock. */
@SpringBootTest(
    properties = {
      "spring.application.name=messaging-test",
      "spring.flyway.locations=classpath:db/messaging",
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.poll-interval=1h"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class LostLockIT {

  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void sendsAsSoonAsTheLockIsReleased() {
    var another = new TransactionTemplate(transactions);
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            holder -> {
              jdbc.sql("SELECT pg_advisory_xact_lock(x'62616564616c'::bigint)").query().singleRow();
              another.executeWithoutResult(
                  tx -> outbox.publish(new DeliveryPickedUp(UUID.randomUUID(), Instant.EPOCH)));
              await()
                  .during(Duration.ofSeconds(2))
                  .atMost(Duration.ofSeconds(10))
                  .until(() -> waiting() == 1);
            });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(waiting()).as("events in the outbox").isZero());
  }

  private long waiting() {
    return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
  }

  @SpringBootApplication
  static class Application {}
}
