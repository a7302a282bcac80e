package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.fulfillment.OrderBook.Effect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Workers that do at once what they are asked for, and do nothing that was undone before. What
 * happens on the way to them and back is the test's.
 */
final class ScriptedWorkers implements PlayedPorts.Workers {

  /** What the process asks of its workers. */
  enum Call {
    APPROVE_PAYMENT,
    REQUEST_STORE,
    START_DELIVERY,
    RECALL_DELIVERY,
    CANCEL_STORE_REQUEST,
    CANCEL_PAYMENT;

    boolean isMadeAt(Step step) {
      return name().equals(step.name());
    }
  }

  /** Where a call can be held up or get lost. */
  enum Point {
    /** The worker does not know of it yet. */
    REQUEST,
    /** The worker has done its part, and the process does not know of it yet. */
    ANSWER
  }

  private final Map<UUID, OrderBook> books = new ConcurrentHashMap<>();
  private final Map<UUID, List<Call>> calls = new ConcurrentHashMap<>();
  private final Map<Cue, Runnable> script = new ConcurrentHashMap<>();

  /** Lets {@code act} happen at {@code point} of the next such call. */
  void at(UUID orderId, Call call, Point point, Runnable act) {
    script.put(new Cue(orderId, call, point), act);
  }

  OrderBook book(UUID orderId) {
    return books.computeIfAbsent(orderId, any -> new OrderBook());
  }

  /** The calls for an order, repeated ones too, in the order in which they were made. */
  List<Call> calls(UUID orderId) {
    return calls.computeIfAbsent(orderId, any -> new CopyOnWriteArrayList<>());
  }

  @Override
  public Payments payments() {
    return new Payments() {
      @Override
      public Approval approve(OrderPlaced order) {
        make(order.orderId(), Call.APPROVE_PAYMENT, Effect.PAID);
        return order.paymentMethod().equals("declined") ? Approval.DECLINED : Approval.APPROVED;
      }

      @Override
      public void cancel(UUID orderId) {
        answer(orderId, Call.CANCEL_PAYMENT, () -> book(orderId).undo(Effect.PAID));
      }
    };
  }

  @Override
  public StoreRequests stores() {
    return new StoreRequests() {
      @Override
      public void request(OrderPlaced order) {
        make(order.orderId(), Call.REQUEST_STORE, Effect.STORE_ASKED);
      }

      @Override
      public void cancel(UUID orderId) {
        answer(orderId, Call.CANCEL_STORE_REQUEST, () -> book(orderId).undo(Effect.STORE_ASKED));
      }
    };
  }

  @Override
  public Deliveries deliveries() {
    return new Deliveries() {
      @Override
      public void start(OrderPlaced order) {
        make(order.orderId(), Call.START_DELIVERY, Effect.COURIER_SENT);
      }

      @Override
      public Recall recall(UUID orderId) {
        return answer(
            orderId,
            Call.RECALL_DELIVERY,
            () -> book(orderId).undo(Effect.COURIER_SENT) ? Recall.RECALLED : Recall.TOO_LATE);
      }
    };
  }

  private void make(UUID orderId, Call call, Effect effect) {
    answer(
        orderId,
        call,
        () -> {
          if (!book(orderId).make(effect)) {
            throw new IllegalStateException(call + " was undone before it was asked for");
          }
          return effect;
        });
  }

  private <T> T answer(UUID orderId, Call call, Supplier<T> work) {
    calls(orderId).add(call);
    play(new Cue(orderId, call, Point.REQUEST));
    T answer = work.get();
    play(new Cue(orderId, call, Point.ANSWER));
    return answer;
  }

  private void play(Cue cue) {
    Runnable act = script.remove(cue);
    if (act != null) {
      act.run();
    }
  }

  private record Cue(UUID orderId, Call call, Point point) {}
}
