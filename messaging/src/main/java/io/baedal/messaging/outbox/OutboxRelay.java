package io.baedal.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the outbox to Kafka and removes what was sent. Any number of replicas may run: an advisory
 * lock lets one of them send at a time, which keeps the order per order id, and PostgreSQL hands
 * the lock on when its holder dies (docs/adr/0003).
 */
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /**
   * Before the transaction waits on Kafka it is given a limit, so that a frozen holder loses the
   * lock with its connection. "baedal" in ASCII is the lock's number.
   */
  private static final String CLAIM =
      """
      SELECT pg_try_advisory_xact_lock(x'62616564616c'::bigint)
      FROM set_config('idle_in_transaction_session_timeout', '60s', true)
      """;

  private static final String OLDEST =
      """
      SELECT id, event_id, topic, order_id, type, payload, occurred_at
      FROM outbox ORDER BY id LIMIT ?
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final OutboxSender sender;
  private final int batchSize;
  private final Duration pollInterval;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile @Nullable Thread thread;

  /**
   * @param batchSize how many events at most are sent, and removed, in one transaction
   * @param pollInterval how long to wait for a commit before looking for what others left behind
   */
  public OutboxRelay(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      OutboxSender sender,
      int batchSize,
      Duration pollInterval) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.sender = sender;
    this.batchSize = batchSize;
    this.pollInterval = pollInterval;
  }

  /** Says that a transaction which left events has committed. */
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /**
   * Sends one batch.
   *
   * @return whether there may be more to send at once
   */
  boolean relayBatch() {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!jdbc.sql(CLAIM).query(Boolean.class).single()) {
                return false;
              }
              List<OutboxMessage> messages =
                  jdbc.sql(OLDEST).param(batchSize).query(OutboxMessage.class).list();
              if (messages.isEmpty()) {
                return false;
              }
              List<Long> sent = sender.send(messages);
              jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                  .param(sent.toArray(Long[]::new))
                  .update();
              return sent.size() == batchSize;
            }));
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        if (!relayBatch()) {
          awaitWork();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("outbox relay failed, trying again in {}: {}", pollInterval, e.toString());
        pause();
      }
    }
  }

  private void awaitWork() throws InterruptedException {
    if (wakeUps.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(pollInterval.toMillis());
    } catch (InterruptedException e) {
      thread = null;
    }
  }

  @Override
  public void start() {
    Thread relay = new Thread(this::run, "outbox-relay");
    relay.setDaemon(true);
    thread = relay;
    relay.start();
  }

  @Override
  public void stop() {
    Thread relay = thread;
    thread = null;
    if (relay == null) {
      return;
    }
    wake();
    try {
      relay.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
