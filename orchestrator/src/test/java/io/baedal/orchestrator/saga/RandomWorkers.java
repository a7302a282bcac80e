package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.saga.OrderEffects.Effect;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Workers with random delays, which lose some answers after the work was done, and record their
 * effects. Stores accept and couriers deliver after a random time.
 */
class RandomWorkers implements FakeWorkers.Workers, AutoCloseable {

  private final ObjectProvider<ReceiveEvent> receive;
  private final Random random;
  private final Map<UUID, OrderEffects> effectsByOrder = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);

  RandomWorkers(ObjectProvider<ReceiveEvent> receive, long seed) {
    this.receive = receive;
    this.random = new Random(seed);
  }

  Set<Effect> effectsOf(UUID orderId) {
    return effects(orderId).current();
  }

  @Override
  public PaymentWorker payments() {
    return new PaymentWorker() {
      @Override
      public Approval approve(OrderPlaced order) {
        answer(() -> effects(order.orderId()).make(Effect.PAID));
        return Approval.APPROVED;
      }

      @Override
      public void cancel(UUID orderId) {
        answer(() -> effects(orderId).undo(Effect.PAID));
      }
    };
  }

  @Override
  public StoreWorker stores() {
    return new StoreWorker() {
      @Override
      public void request(OrderPlaced order) {
        answer(() -> effects(order.orderId()).make(Effect.STORE_ASKED));
        later(() -> send(new StoreAccepted(order.orderId(), order.storeId(), Instant.EPOCH)));
      }

      @Override
      public void cancel(UUID orderId) {
        answer(() -> effects(orderId).undo(Effect.STORE_ASKED));
      }
    };
  }

  @Override
  public DeliveryWorker deliveries() {
    return new DeliveryWorker() {
      @Override
      public void start(OrderPlaced order) {
        UUID id = order.orderId();
        answer(() -> effects(id).make(Effect.COURIER_SENT));
        later(() -> deliver(id));
      }

      @Override
      public Recall recall(UUID orderId) {
        OrderEffects effects = effects(orderId);
        answer(() -> effects.undo(Effect.COURIER_SENT));
        return effects.current().contains(Effect.PICKED_UP) ? Recall.TOO_LATE : Recall.RECALLED;
      }
    };
  }

  private void deliver(UUID id) {
    if (effects(id).pickUp()) {
      send(new DeliveryPickedUp(id, Instant.EPOCH));
      later(() -> send(new DeliveryCompleted(id, Instant.EPOCH)));
    }
  }

  /** Runs {@code work} between two random pauses, and loses one answer in ten. */
  private void answer(Runnable work) {
    pause();
    work.run();
    pause();
    if (random.nextInt(10) == 0) {
      throw new IllegalStateException("the answer was lost");
    }
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(15)));
  }

  void later(Runnable action) {
    executor.schedule(action, random.nextInt(400), TimeUnit.MILLISECONDS);
  }

  void send(DomainEvent event) {
    receive.getObject().all(OrderFixture.received(event));
  }

  private OrderEffects effects(UUID orderId) {
    return effectsByOrder.computeIfAbsent(orderId, any -> new OrderEffects());
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
