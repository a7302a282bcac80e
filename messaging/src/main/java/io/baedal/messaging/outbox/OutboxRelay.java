package io.baedal.messaging.outbox;

import static java.util.Objects.requireNonNull;

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

  /** Pauses before the lock is asked for again; a batch takes some milliseconds. */
  private static final long FIRST_TURN_MILLIS = 10;

  private static final long LONGEST_TURN_MILLIS = 200;

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

  /** Sends one batch, unless another relay is sending. */
  private Result relayBatch() {
    return requireNonNull(
        transaction.execute(
            status -> {
              if (!jdbc.sql(CLAIM).query(Boolean.class).single()) {
                return Result.LOCKED;
              }
              List<OutboxMessage> messages =
                  jdbc.sql(OLDEST).param(batchSize).query(OutboxMessage.class).list();
              if (messages.isEmpty()) {
                return Result.DONE;
              }
              List<Long> sent = sender.send(messages);
              jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                  .param(sent.toArray(Long[]::new))
                  .update();
              return sent.size() == batchSize ? Result.MORE : Result.DONE;
            }));
  }

  private void run() {
    long turnMillis = FIRST_TURN_MILLIS;
    while (thread == Thread.currentThread()) {
      try {
        Result result = relayBatch();
        turnMillis = result == Result.LOCKED ? awaitTurn(turnMillis) : FIRST_TURN_MILLIS;
        if (result == Result.DONE) {
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

  /** The other may have looked before our event was committed, and nobody tells it. */
  private static long awaitTurn(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
    return Math.min(millis * 2, LONGEST_TURN_MILLIS);
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

  private enum Result {
    /** All that was there is sent, or as much as Kafka takes. */
    DONE,
    MORE,
    LOCKED
  }
}
