package io.baedal.messaging.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the outbox to Kafka and removes what was sent. Any number of replicas may run: an advisory
 * lock lets only one of them send at a time, which keeps the order per order id. PostgreSQL
 * releases the lock when the connection of its holder is closed (docs/adr/0003).
 */
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /**
   * Takes the oldest events if no other relay is sending. It is one statement, since each statement
   * costs a round trip per batch. Rows that another relay has just removed are not taken, since
   * PostgreSQL re-checks changed rows. The transaction gets a timeout before it waits for Kafka, so
   * that a frozen holder loses its connection and the lock. The lock's number is "baedal" in ASCII.
   */
  private static final String TAKE_OLDEST =
      """
      WITH claim AS MATERIALIZED (
        SELECT pg_try_advisory_xact_lock(x'62616564616c'::bigint) AS held
        FROM set_config('idle_in_transaction_session_timeout', '60s', true)),
      taken AS (
        DELETE FROM outbox
        WHERE (SELECT held FROM claim)
          AND id = ANY (ARRAY(SELECT id FROM outbox ORDER BY id LIMIT ?))
        RETURNING id, event_id, topic, order_id, type, payload, occurred_at)
      SELECT claim.held, taken.*
      FROM claim LEFT JOIN taken ON true
      ORDER BY taken.id
      """;

  private static final RowMapper<OutboxMessage> MESSAGE =
      new DataClassRowMapper<>(OutboxMessage.class);

  /** Backoff before the lock is requested again; a batch takes some milliseconds. */
  private static final long FIRST_BACKOFF_MILLIS = 10;

  private static final long LONGEST_BACKOFF_MILLIS = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final OutboxSender sender;
  private final Pace pace;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  public OutboxRelay(
      JdbcClient jdbc, TransactionTemplate transaction, OutboxSender sender, Pace pace) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.sender = sender;
    this.pace = pace;
  }

  /** Signals that a transaction with events has committed. */
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /** Sends one batch, unless another relay is sending. */
  private Result relayBatch() {
    List<Long> sentOfFailedBatch = new ArrayList<>();
    Result result =
        requireNonNull(
            transaction.execute(
                status -> {
                  Taken taken = take();
                  List<OutboxMessage> messages = taken.messages();
                  if (messages.isEmpty()) {
                    return taken.held() ? Result.DONE : Result.LOCKED;
                  }
                  List<Long> sent = sender.send(messages);
                  if (sent.size() < messages.size()) {
                    status.setRollbackOnly();
                    sentOfFailedBatch.addAll(sent);
                    return Result.DONE;
                  }
                  return messages.size() == pace.batchSize() ? Result.MORE : Result.DONE;
                }));
    if (!sentOfFailedBatch.isEmpty()) {
      jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
          .param(sentOfFailedBatch.toArray(Long[]::new))
          .update();
    }
    return result;
  }

  private Taken take() {
    return jdbc.sql(TAKE_OLDEST)
        .param(pace.batchSize())
        .query(
            rows -> {
              boolean held = false;
              List<OutboxMessage> messages = new ArrayList<>();
              while (rows.next()) {
                held = rows.getBoolean("held");
                if (rows.getObject("id") != null) {
                  messages.add(MESSAGE.mapRow(rows, messages.size()));
                }
              }
              return new Taken(held, messages);
            });
  }

  private void run() {
    long backoffMillis = FIRST_BACKOFF_MILLIS;
    while (thread == Thread.currentThread()) {
      try {
        long start = System.nanoTime();
        Result result = relayBatch();
        backoffMillis = result == Result.LOCKED ? backOff(backoffMillis) : FIRST_BACKOFF_MILLIS;
        if (result == Result.DONE) {
          awaitWork();
          TimeUnit.NANOSECONDS.sleep(start + pace.interval().toNanos() - System.nanoTime());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("outbox relay failed, retrying in {}: {}", pace.pollInterval(), e.toString());
        pause();
      }
    }
  }

  private void awaitWork() throws InterruptedException {
    if (wakeUps.tryAcquire(pace.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  /**
   * Waits before the next attempt. The holder of the lock may have read the outbox before this
   * relay's event was committed.
   */
  private static long backOff(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
    return Math.min(millis * 2, LONGEST_BACKOFF_MILLIS);
  }

  /** Commits do not shorten it, since the next attempt would probably fail too; a stop does. */
  private void pause() {
    try {
      stopped.await(pace.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      thread = null;
    }
  }

  @Override
  public void start() {
    Thread relay = new Thread(this::run, "outbox-relay");
    relay.setDaemon(true);
    stopped = new CountDownLatch(1);
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
    stopped.countDown();
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

  /**
   * The rate of sending.
   *
   * @param batchSize the maximum number of events that one transaction sends and removes
   * @param interval the shortest time from one batch that is not full to the next: events committed
   *     within it are sent in one transaction; after an idle period an event is sent at once
   * @param pollInterval how long to wait for a commit before reading the outbox for events of other
   *     replicas
   */
  public record Pace(int batchSize, Duration interval, Duration pollInterval) {}

  /**
   * @param held whether this relay has the lock
   */
  private record Taken(boolean held, List<OutboxMessage> messages) {}

  private enum Result {
    /** All events are sent, or as many as Kafka accepts. */
    DONE,
    MORE,
    LOCKED
  }
}
