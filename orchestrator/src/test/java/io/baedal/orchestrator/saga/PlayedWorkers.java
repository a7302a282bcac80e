package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.orchestrator.saga.OrderBook.Effect;
import java.time.Instant;
import java.util.List;
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
 * Workers that are slow, lose some answers after the work was done, and record what they did and
 * undid. Their stores accept and their couriers deliver at random moments.
 */
class PlayedWorkers implements PlayedPorts.Workers, AutoCloseable {

  private final ObjectProvider<ReceiveEvent> receive;
  private final Random random;
  private final Map<UUID, OrderBook> books = new ConcurrentHashMap<>();
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(4);

  PlayedWorkers(ObjectProvider<ReceiveEvent> receive, long seed) {
    this.receive = receive;
    this.random = new Random(seed);
  }

  Set<Effect> effectsOf(UUID orderId) {
    return book(orderId).effects();
  }

  @Override
  public PaymentWorker payments() {
    return new PaymentWorker() {
      @Override
      public Approval approve(OrderPlaced order) {
        answer(() -> book(order.orderId()).make(Effect.PAID));
        return Approval.APPROVED;
      }

      @Override
      public void cancel(UUID orderId) {
        answer(() -> book(orderId).undo(Effect.PAID));
      }
    };
  }

  @Override
  public StoreWorker stores() {
    return new StoreWorker() {
      @Override
      public void request(OrderPlaced order) {
        answer(() -> book(order.orderId()).make(Effect.STORE_ASKED));
        later(() -> send(new StoreAccepted(order.orderId(), order.storeId(), Instant.EPOCH)));
      }

      @Override
      public void cancel(UUID orderId) {
        answer(() -> book(orderId).undo(Effect.STORE_ASKED));
      }
    };
  }

  @Override
  public DeliveryWorker deliveries() {
    return new DeliveryWorker() {
      @Override
      public void start(OrderPlaced order) {
        UUID id = order.orderId();
        answer(() -> book(id).make(Effect.COURIER_SENT));
        later(() -> deliver(id));
      }

      @Override
      public Recall recall(UUID orderId) {
        OrderBook book = book(orderId);
        answer(() -> book.undo(Effect.COURIER_SENT));
        return book.effects().contains(Effect.PICKED_UP) ? Recall.TOO_LATE : Recall.RECALLED;
      }
    };
  }

  private void deliver(UUID id) {
    if (book(id).pickUp()) {
      send(new DeliveryPickedUp(id, Instant.EPOCH));
      later(() -> send(new DeliveryCompleted(id, Instant.EPOCH)));
    }
  }

  /** Takes some time, works, and loses one answer in ten. */
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

  void later(Runnable act) {
    people.schedule(act, random.nextInt(400), TimeUnit.MILLISECONDS);
  }

  void send(DomainEvent event) {
    receive.getObject().all(List.of(new ReceivedEvent(UUID.randomUUID(), event)));
  }

  private OrderBook book(UUID orderId) {
    return books.computeIfAbsent(orderId, any -> new OrderBook());
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
