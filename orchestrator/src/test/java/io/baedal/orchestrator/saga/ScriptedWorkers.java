package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.OrderEffects.Effect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Workers that carry out each request immediately, except a request that was undone before. The
 * test decides what happens to requests and answers in transit.
 */
final class ScriptedWorkers implements FakeWorkers.Workers {

  /** The calls of the process to its workers. */
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

  /** Where a call can be delayed or lost. */
  enum Point {
    /** The worker has not received the call yet. */
    REQUEST,
    /** The worker has done its part, but the process has not received the answer yet. */
    ANSWER
  }

  private final Map<UUID, OrderEffects> effectsByOrder = new ConcurrentHashMap<>();
  private final Map<UUID, List<Call>> calls = new ConcurrentHashMap<>();
  private final Map<Hook, Runnable> hooks = new ConcurrentHashMap<>();

  /** Runs {@code action} at {@code point} of the next such call. */
  void at(UUID orderId, Call call, Point point, Runnable action) {
    hooks.put(new Hook(orderId, call, point), action);
  }

  OrderEffects effects(UUID orderId) {
    return effectsByOrder.computeIfAbsent(orderId, any -> new OrderEffects());
  }

  /** The calls for an order, including repeated ones, in the order in which they were made. */
  List<Call> calls(UUID orderId) {
    return calls.computeIfAbsent(orderId, any -> new CopyOnWriteArrayList<>());
  }

  @Override
  public PaymentWorker payments() {
    return new PaymentWorker() {
      @Override
      public Approval approve(OrderPlaced order) {
        make(order.orderId(), Call.APPROVE_PAYMENT, Effect.PAID);
        return order.paymentMethod().equals("declined") ? Approval.DECLINED : Approval.APPROVED;
      }

      @Override
      public void cancel(UUID orderId) {
        answer(orderId, Call.CANCEL_PAYMENT, () -> effects(orderId).undo(Effect.PAID));
      }
    };
  }

  @Override
  public StoreWorker stores() {
    return new StoreWorker() {
      @Override
      public void request(OrderPlaced order) {
        make(order.orderId(), Call.REQUEST_STORE, Effect.STORE_ASKED);
      }

      @Override
      public void cancel(UUID orderId) {
        answer(orderId, Call.CANCEL_STORE_REQUEST, () -> effects(orderId).undo(Effect.STORE_ASKED));
      }
    };
  }

  @Override
  public DeliveryWorker deliveries() {
    return new DeliveryWorker() {
      @Override
      public void start(OrderPlaced order) {
        make(order.orderId(), Call.START_DELIVERY, Effect.COURIER_SENT);
      }

      @Override
      public Recall recall(UUID orderId) {
        return answer(
            orderId,
            Call.RECALL_DELIVERY,
            () -> effects(orderId).undo(Effect.COURIER_SENT) ? Recall.RECALLED : Recall.TOO_LATE);
      }
    };
  }

  private void make(UUID orderId, Call call, Effect effect) {
    answer(
        orderId,
        call,
        () -> {
          if (!effects(orderId).make(effect)) {
            throw new IllegalStateException(call + " was undone before it was requested");
          }
          return effect;
        });
  }

  private <T> T answer(UUID orderId, Call call, Supplier<T> work) {
    calls(orderId).add(call);
    runHook(new Hook(orderId, call, Point.REQUEST));
    T answer = work.get();
    runHook(new Hook(orderId, call, Point.ANSWER));
    return answer;
  }

  private void runHook(Hook hook) {
    Runnable action = hooks.remove(hook);
    if (action != null) {
      action.run();
    }
  }

  private record Hook(UUID orderId, Call call, Point point) {}
}
