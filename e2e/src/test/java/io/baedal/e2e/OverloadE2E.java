package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Requests above the limit are refused at once; accepted orders are completed. */
@Tag("slow")
@Isolated("pauses the orchestrator")
class OverloadE2E {

  private static final int CUSTOMERS = 8;
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final int REFUSALS = 40;
  private static final Pattern WAITING =
      Pattern.compile("(?m)^baedal_orders_waiting(?:\\{.*})? (\\S+)$");
  private static final Duration LONGEST_RUSH = Duration.ofSeconds(120);

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void refusesOnlyOrdersWhileTooManyWait() {
    Map<String, Http.Answer> accepted = new LinkedHashMap<>();
    // the count is updated once a second, and may still include earlier orders
    await().atMost(LONGEST_RUSH).until(() -> waiting() == 0);
    RunningSystem.get().pause(Part.ORCHESTRATOR);
    try {
      Http.Answer refused = placeUntilRefused(accepted);
      expectRefusal(refused);
      assertThat(accepted).hasSize(RunningSystem.MOST_WAITING);
      assertThat(quickestRefusal()).isLessThan(QUICK);

      var first = accepted.entrySet().iterator().next();
      Http.Answer again = client.tryToPlaceOrder("declined", first.getKey());
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(first.getValue().body());
      assertThat(client.order(id(again)).status()).isEqualTo(200);
      assertThat(client.cancel(id(again)).status()).isEqualTo(202);
      assertThat(client.get("/order-views").status()).isEqualTo(200);
    } finally {
      RunningSystem.get().resume(Part.ORCHESTRATOR);
    }

    String later = awaitAdmission();
    Stream<String> others = accepted.values().stream().skip(1).map(OverloadE2E::id);
    invariants.holdFor(rejected(Stream.concat(others, Stream.of(later))));
    // the cancel and the decline may come in either order
    String cancelled = id(accepted.values().iterator().next());
    await()
        .atMost(Client.PATIENCE)
        .until(
            () -> client.order(cancelled).body().at("/status").asText(),
            Set.of("CANCELLED", "REJECTED")::contains);
  }

  @Test
  void acceptsOrRefusesEachOrderOfARushAndFinishesWhatItAccepted() throws Exception {
    Queue<Http.Answer> answers = new ConcurrentLinkedQueue<>();
    var refusals = new AtomicInteger();
    // a slow machine takes longer until the limit is reached
    long end = System.nanoTime() + LONGEST_RUSH.toNanos();
    Callable<Void> customer =
        () -> {
          while (refusals.get() < REFUSALS && System.nanoTime() < end) {
            var answer = client.tryToPlaceOrder("declined", UUID.randomUUID().toString());
            answers.add(answer);
            if (answer.status() != 201) {
              refusals.incrementAndGet();
            }
          }
          return null;
        };
    ExecutorService customers = Executors.newFixedThreadPool(CUSTOMERS);
    try {
      for (var done :
          customers.invokeAll(Stream.generate(() -> customer).limit(CUSTOMERS).toList())) {
        done.get();
      }
    } finally {
      customers.shutdown();
    }
    List<Http.Answer> accepted = answers.stream().filter(a -> a.status() == 201).toList();
    List<Http.Answer> refused = answers.stream().filter(a -> a.status() != 201).toList();
    System.out.printf("%d accepted, %d refused%n", accepted.size(), refused.size());

    assertThat(refused)
        .hasSizeGreaterThanOrEqualTo(REFUSALS)
        .allSatisfy(OverloadE2E::expectRefusal);
    assertThat(accepted).isNotEmpty();
    awaitAdmission();
    invariants.holdFor(rejected(accepted.stream().map(OverloadE2E::id)));
  }

  private static Map<String, String> rejected(Stream<String> orders) {
    return orders.collect(Collectors.toMap(Function.identity(), order -> "REJECTED"));
  }

  /** How many orders wait, as counted by the order service. */
  private static int waiting() {
    URI metrics =
        RunningSystem.get().management(Instance.first(Part.ORDER)).resolve("/actuator/prometheus");
    Matcher waiting = WAITING.matcher(Http.get(metrics).raw().body());
    return waiting.find() ? (int) Double.parseDouble(waiting.group(1)) : -1;
  }

  private Http.Answer placeUntilRefused(Map<String, Http.Answer> accepted) {
    for (int order = 0; order < 5 * RunningSystem.MOST_WAITING; order++) {
      String key = UUID.randomUUID().toString();
      Http.Answer answer = client.tryToPlaceOrder("declined", key);
      if (answer.status() != 201) {
        return answer;
      }
      accepted.put(key, answer);
    }
    throw new AssertionError(accepted.size() + " orders were accepted");
  }

  /** The fastest of several, so that a pause of the machine does not count. */
  private Duration quickestRefusal() {
    return IntStream.range(0, 5)
        .mapToObj(
            attempt -> {
              long begun = System.nanoTime();
              expectRefusal(client.tryToPlaceOrder("declined", UUID.randomUUID().toString()));
              return Duration.ofNanos(System.nanoTime() - begun);
            })
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static void expectRefusal(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().at("/type").asText()).isEqualTo("urn:baedal:problem:overloaded");
  }

  /** Places an order as soon as that is possible again. */
  private String awaitAdmission() {
    return id(
        await()
            .atMost(LONGEST_RUSH)
            .until(
                () -> client.tryToPlaceOrder("declined", UUID.randomUUID().toString()),
                answer -> answer.status() == 201));
  }

  private static String id(Http.Answer order) {
    return order.body().at("/id").asText();
  }
}
