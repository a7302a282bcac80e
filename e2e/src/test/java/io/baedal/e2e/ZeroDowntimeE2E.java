package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * With two of every service, one takes over when the other is stopped or killed. With {@code
 * -De2e.long=true} both are restarted, under 5,000 requests; otherwise one, under 1,000.
 *
 * <p>Runs last, and kills instances at its end, so that none has to be restarted.
 */
@Tag("slow")
@Isolated("restarts services")
@TestMethodOrder(OrderAnnotation.class)
class ZeroDowntimeE2E {

  private static final boolean LONG = Boolean.getBoolean("e2e.long");
  private static final int CUSTOMERS = LONG ? 4 : 2;
  private static final int REQUESTS = LONG ? 5_000 : 1_000;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final LocalSystem system = RunningSystem.doubled();
  private final Invariants invariants = new Invariants(new Client());

  @Test
  @Order(1)
  void noRequestFailsWhileServicesAreRestarted() throws Exception {
    var enough = new AtomicBoolean();
    Map<Instance, Duration> stops;
    Map<String, String> outcomes;
    try (var balancer = new Balancer(system)) {
      List<Callable<Map<String, String>>> customers = new ArrayList<>();
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        customers.add(new Customer(balancer, customer, enough::get));
      }
      ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
      List<Future<Map<String, String>>> ordering = customers.stream().map(threads::submit).toList();
      try {
        stops = restartEach();
        await().atMost(Duration.ofMinutes(10)).until(() -> balancer.sent() >= REQUESTS);
      } finally {
        enough.set(true);
      }
      outcomes = Customer.ordersOf(ordering);
      threads.shutdown();
      System.out.printf(
          "%d requests, %d orders, %d failed; stops: %s%n",
          balancer.sent(), outcomes.size(), balancer.failures().size(), stops);
      assertThat(balancer.failures()).isEmpty();
    }
    assertThat(stops).allSatisfy((instance, stop) -> assertThat(stop).isLessThan(LONGEST_STOP));
    invariants.holdFor(outcomes);
  }

  private Map<Instance, Duration> restartEach() {
    Map<Instance, Duration> stops = new LinkedHashMap<>();
    for (Part service : Part.services()) {
      List<Instance> instances = system.instances(service);
      for (Instance instance : LONG ? instances : instances.subList(0, 1)) {
        long begun = System.nanoTime();
        system.stop(instance);
        stops.put(instance, Duration.ofNanos(System.nanoTime() - begun));
        system.start(instance);
      }
    }
    return stops;
  }

  @Test
  @Order(2)
  void anOrderIsDeliveredWithOneInstanceOfEachServiceKilled() {
    var client = new Client(); // talks to the first gateway
    Part.services().stream()
        .filter(Part::isReplicated)
        .forEach(service -> system.kill(new Instance(service, 2)));

    String id = client.placeOrder("approved");
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));

    invariants.holdFor(id, "DELIVERED");
  }
}
