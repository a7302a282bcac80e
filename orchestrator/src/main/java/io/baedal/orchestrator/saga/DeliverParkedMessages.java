package io.baedal.orchestrator.saga;

import io.baedal.orchestrator.saga.RecordStatus.ParkedMessagesMayFit;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Delivers parked messages as soon as their order has advanced. A sweep every few seconds delivers
 * the rest, for example after an instance was killed or the queue was full.
 */
@Component
class DeliverParkedMessages implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(DeliverParkedMessages.class);
  private static final int QUEUE = 1_000;
  private static final int ORDERS_PER_SWEEP = 200;
  private static final Duration UNDELIVERABLE_KEPT = Duration.ofDays(16);

  private final ParkedMessages parked;
  private final OrderProgress progress;
  private final EventEffects effects;
  private final FulfillmentProcess process;
  private final RetriedTransaction transaction;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          1,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(QUEUE),
          new ThreadPoolExecutor.DiscardPolicy());

  DeliverParkedMessages(
      ParkedMessages parked,
      OrderProgress progress,
      EventEffects effects,
      FulfillmentProcess process,
      RetriedTransaction transaction) {
    this.parked = parked;
    this.progress = progress;
    this.effects = effects;
    this.process = process;
    this.transaction = transaction;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ParkedMessagesMayFit event) {
    executor.execute(() -> deliver(event.orderId()));
  }

  @Scheduled(fixedDelayString = "PT5S")
  void sweep() {
    parked.takeOrdersToTry(process.otherVersions(), ORDERS_PER_SWEEP).forEach(this::deliver);
    int deleted = parked.deleteUndeliverable(UNDELIVERABLE_KEPT);
    if (deleted > 0) {
      log.warn(
          "deleted {} parked messages of unknown orders or of orders without a process", deleted);
    }
  }

  /** Delivers the messages that the process accepts now; each can make it accept the next. */
  void deliver(UUID orderId) {
    try {
      transaction.run(
          () -> {
            progress.lock(orderId);
            if (!process.runsHere(orderId)) {
              return;
            }
            parked.of(orderId).stream()
                .filter(message -> effects.apply(message.event()))
                .forEach(parked::remove);
            parked.count(orderId);
          });
    } catch (SuspendedEntityInteractionException suspended) {
      log.debug("parked messages of order {} wait: an operator has suspended the process", orderId);
    } catch (RuntimeException e) {
      log.warn("parked messages of order {} cannot be delivered now: {}", orderId, e.toString());
    }
  }

  @Override
  public void destroy() {
    executor.shutdown();
  }
}
