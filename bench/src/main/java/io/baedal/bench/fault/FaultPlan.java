package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Faults at random moments, the same for the same seed. */
public final class FaultPlan {

  private static final List<Part> RELAYS =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORCHESTRATOR);
  private static final List<Part> WITH_POOLS =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORCHESTRATOR, Part.ORDER_VIEW);

  private final Random random;
  private final int replicas;
  private final Queue<FaultKind> deck = new ArrayDeque<>();

  private FaultPlan(long seed, int replicas) {
    this.random = new Random(seed);
    this.replicas = replicas;
    // one of each first, so that a short run has every kind
    deck.addAll(shuffled(kind -> 1));
  }

  /**
   * The faults of a run in order of time.
   *
   * @param pause the time between two faults, on average; each is between a half and one and a half
   */
  public static List<Fault> of(long seed, Duration length, Duration pause, int replicas) {
    var plan = new FaultPlan(seed, replicas);
    List<Fault> faults = new ArrayList<>();
    Duration at = plan.around(pause);
    while (at.compareTo(length) < 0) {
      faults.add(plan.fault(at));
      at = at.plus(plan.around(pause));
    }
    return faults;
  }

  private Duration around(Duration average) {
    return Duration.ofMillis(
        random.nextLong(average.toMillis() / 2, average.toMillis() * 3 / 2 + 1));
  }

  private Fault fault(Duration at) {
    FaultKind kind = kind();
    return switch (kind) {
      case KILL_SERVICE -> new Fault(at, kind, oneOf(Part.services()), seconds(0, 5));
      case KILL_POSTGRES -> new Fault(at, kind, Instance.first(Part.POSTGRES), seconds(0, 3));
      case KILL_KAFKA -> new Fault(at, kind, Instance.first(Part.KAFKA), seconds(0, 5));
      case KILL_WORKER_BEHIND_ITS_COMMIT, KILL_ORCHESTRATOR_BEFORE_THE_ANSWER ->
          new Fault(at, kind, oneOf(Links.WORKERS), seconds(0, 5));
      case KILL_RELAY_BEHIND_ITS_SEND -> new Fault(at, kind, oneOf(RELAYS), seconds(0, 5));
      // the engine's jobs are locked for 30 s, Kafka's sessions last 10 s, calls 5 s
      case PAUSE_SERVICE -> new Fault(at, kind, oneOf(Part.services()), seconds(6, 40));
      case PAUSE_KAFKA -> new Fault(at, kind, Instance.first(Part.KAFKA), seconds(6, 20));
      case LOSE_ANSWERS -> new Fault(at, kind, oneOf(Links.WORKERS), seconds(2, 8));
      case SLOW_WORKER -> new Fault(at, kind, oneOf(Links.WORKERS), seconds(8, 20));
      case REPEAT_MESSAGES -> new Fault(at, kind, Instance.first(Part.KAFKA), Duration.ZERO);
      case FILL_POOLS -> new Fault(at, kind, oneOf(WITH_POOLS), seconds(4, 12));
    };
  }

  /** The next kind from a shuffled deck that holds each kind as often as its weight. */
  private FaultKind kind() {
    if (deck.isEmpty()) {
      deck.addAll(shuffled(FaultKind::weight));
    }
    return deck.remove();
  }

  private List<FaultKind> shuffled(ToIntFunction<FaultKind> howOften) {
    List<FaultKind> cards = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      cards.addAll(Collections.nCopies(howOften.applyAsInt(kind), kind));
    }
    Collections.shuffle(cards, random);
    return cards;
  }

  private Instance oneOf(List<Part> parts) {
    Part part = parts.get(random.nextInt(parts.size()));
    int number = random.nextInt(replicas) + 1;
    return new Instance(part, part.isReplicated() ? number : 1);
  }

  private Duration seconds(int from, int to) {
    return Duration.ofMillis(random.nextLong(from * 1_000L, to * 1_000L));
  }
}
