package io.baedal.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxRelayTest {

  @Test
  @SuppressWarnings("unchecked")
  void stopsAtOnceAfterAFailure() throws InterruptedException {
    var failed = new CountDownLatch(1);
    var transactions = mock(PlatformTransactionManager.class);
    when(transactions.getTransaction(any()))
        .thenAnswer(
            call -> {
              failed.countDown();
              throw new CannotCreateTransactionException("no database");
            });
    Duration hour = Duration.ofHours(1);
    var relay =
        new OutboxRelay(
            mock(JdbcClient.class),
            new TransactionTemplate(transactions),
            new OutboxSender(mock(ProducerFactory.class), "test"),
            new OutboxRelay.Pace(10, Duration.ZERO, hour));
    relay.start();
    assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();

    assertTimeoutPreemptively(Duration.ofSeconds(8), () -> relay.stop());

    assertThat(relay.isRunning()).isFalse();
  }
}
