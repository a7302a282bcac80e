package io.baedal.orchestrator.operations.migration;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.DeliveryWorker;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.baedal.orchestrator.saga.StoreWorker;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Workers that record their effects until these are undone, and fail if the test requires it. */
public class BookedWorkers {

  private final Map<UUID, Set<String>> effects = new ConcurrentHashMap<>();
  private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
  private final Set<UUID> courierIsFaster = ConcurrentHashMap.newKeySet();

  void fail(UUID orderId, boolean yes) {
    if (yes) {
      failing.add(orderId);
    } else {
      failing.remove(orderId);
    }
  }

  void letCourierBeFaster(UUID orderId) {
    courierIsFaster.add(orderId);
  }

  public Set<String> effectsOf(UUID orderId) {
    return effects.getOrDefault(orderId, Set.of());
  }

  private void make(UUID orderId, String effect) {
    answer(orderId);
    effects.computeIfAbsent(orderId, any -> new TreeSet<>()).add(effect);
  }

  private void undo(UUID orderId, String effect) {
    answer(orderId);
    effects.computeIfAbsent(orderId, any -> new TreeSet<>()).remove(effect);
  }

  private void answer(UUID orderId) {
    if (failing.contains(orderId)) {
      throw new IllegalStateException("worker is down");
    }
  }

  /** The workers of the model; all contexts of the JVM share them. */
  @TestConfiguration
  public static class Beans {

    private static final BookedWorkers SHARED = new BookedWorkers();

    @Bean
    BookedWorkers bookedWorkers() {
      return SHARED;
    }

    @Bean
    @Primary
    PaymentWorker bookedPayments(BookedWorkers workers) {
      return new PaymentWorker() {
        @Override
        public Approval approve(OrderPlaced order) {
          workers.answer(order.orderId());
          if (order.paymentMethod().equals("declined")) {
            return Approval.DECLINED;
          }
          workers.make(order.orderId(), "PAID");
          return Approval.APPROVED;
        }

        @Override
        public void cancel(UUID orderId) {
          workers.undo(orderId, "PAID");
        }
      };
    }

    @Bean
    @Primary
    StoreWorker bookedStores(BookedWorkers workers) {
      return new StoreWorker() {
        @Override
        public void request(OrderPlaced order) {
          workers.make(order.orderId(), "STORE_ASKED");
        }

        @Override
        public void cancel(UUID orderId) {
          workers.undo(orderId, "STORE_ASKED");
        }
      };
    }

    @Bean
    @Primary
    DeliveryWorker bookedDeliveries(BookedWorkers workers) {
      return new DeliveryWorker() {
        @Override
        public void start(OrderPlaced order) {
          workers.make(order.orderId(), "COURIER_SENT");
        }

        @Override
        public Recall recall(UUID orderId) {
          boolean sent = workers.effectsOf(orderId).contains("COURIER_SENT");
          if (sent && workers.courierIsFaster.contains(orderId)) {
            workers.answer(orderId);
            return Recall.TOO_LATE;
          }
          workers.undo(orderId, "COURIER_SENT");
          return Recall.RECALLED;
        }
      };
    }
  }

  /** The beans that only a build for the changed model has. */
  @TestConfiguration
  public static class NewBeans {

    @Bean
    JavaDelegate packOrder(BookedWorkers workers) {
      return execution -> workers.make(id(execution.getProcessBusinessKey()), "PACKED");
    }

    @Bean
    JavaDelegate cancelPacking(BookedWorkers workers) {
      return execution -> workers.undo(id(execution.getProcessBusinessKey()), "PACKED");
    }

    private static UUID id(String businessKey) {
      return UUID.fromString(businessKey);
    }
  }
}
