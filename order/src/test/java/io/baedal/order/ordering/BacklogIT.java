package io.baedal.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.order.DatabaseTest;
import io.baedal.order.OrderProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders are placed during a count, on a real database. */
@DatabaseTest
class BacklogIT {

  private static final int CUSTOMERS = 8;
  private static final int CAPACITY = 200;
  private static final int MANY = 1_000_000;

  @Autowired WaitingOrders waiting;
  @Autowired PlaceOrder placeOrder;

  private int before;

  @BeforeEach
  void countOrdersOfOtherTests() {
    before = waiting.waiting(MANY).size();
  }

  @Test
  void countsAnOrderPlacedJustBeforeTheCountOnce() {
    var admitting = new AtomicReference<AdmitOrder>();
    Backlog backlog = backlog(new CountWithActions(() -> place(admitting.get()), () -> {}));
    admitting.set(admitOrder(backlog));

    backlog.count();

    assertThat(backlog.size()).isEqualTo(before + 1);
    backlog.count();
    assertThat(backlog.size()).isEqualTo(before + 2);
  }

  @Test
  void countsAnOrderPlacedJustAfterTheCountOnce() {
    var admitting = new AtomicReference<AdmitOrder>();
    Backlog backlog = backlog(new CountWithActions(() -> {}, () -> place(admitting.get())));
    admitting.set(admitOrder(backlog));

    backlog.count();

    assertThat(backlog.size()).isEqualTo(before + 1);
    backlog.count();
    assertThat(backlog.size()).isEqualTo(before + 2);
  }

  @Test
  void admitsExactlyTheLimitWhileItCountsContinuously() throws Exception {
    Backlog backlog = backlog(waiting);
    backlog.count();
    AdmitOrder admitOrder = admitOrder(backlog);
    var admitted = new AtomicInteger();
    Callable<Void> customer =
        () -> {
          while (true) {
            try {
              admitOrder.place(OrderFixture.request(), null);
              admitted.incrementAndGet();
            } catch (Overloaded full) {
              return null;
            }
          }
        };
    var customers = Executors.newFixedThreadPool(CUSTOMERS);
    try {
      var placing = new ArrayList<>();
      for (int number = 0; number < CUSTOMERS; number++) {
        placing.add(customers.submit(customer));
      }
      customers.shutdown();
      while (!customers.isTerminated()) {
        backlog.count();
      }
    } finally {
      customers.shutdownNow();
    }

    assertThat(admitted).hasValue(CAPACITY);
    assertThat(waiting.waiting(MANY)).hasSize(before + CAPACITY);
  }

  private Backlog backlog(WaitingOrders orders) {
    return new Backlog(orders, properties());
  }

  private AdmitOrder admitOrder(Backlog backlog) {
    return new AdmitOrder(placeOrder, backlog, OrderFixture::newId, properties());
  }

  private OrderProperties properties() {
    return new OrderProperties(
        new OrderProperties.Defaults(null, null, null, null, null),
        new OrderProperties.Admission(
            before + CAPACITY, CUSTOMERS, Duration.ZERO, Duration.ofSeconds(5)),
        new OrderProperties.Catalogue(true, null),
        Duration.ofHours(48));
  }

  private static void place(AdmitOrder admitOrder) {
    // in a separate transaction, not in that of the count
    CompletableFuture.runAsync(() -> admitOrder.place(OrderFixture.request(), null)).join();
  }

  /** Runs one action before each count and another one after it. */
  private final class CountWithActions implements WaitingOrders {

    private final Runnable beforeCount;
    private final Runnable afterCount;

    CountWithActions(Runnable beforeCount, Runnable afterCount) {
      this.beforeCount = beforeCount;
      this.afterCount = afterCount;
    }

    @Override
    public Set<OrderId> waiting(int limit) {
      beforeCount.run();
      Set<OrderId> found = waiting.waiting(limit);
      afterCount.run();
      return found;
    }

    @Override
    public void remove(Set<OrderId> ids) {
      waiting.remove(ids);
    }

    @Override
    public int removeEnded() {
      return waiting.removeEnded();
    }
  }
}
