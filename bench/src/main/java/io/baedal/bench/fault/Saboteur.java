package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;

/** Injects planned faults at their time, several at once if planned so. */
public final class Saboteur implements AutoCloseable {

  private static final Duration WAIT_FOR_A_CALL = Duration.ofSeconds(10);
  private static final int POOL_SIZE = 16;

  /**
   * While so many of fourteen processes are down, no further fault is injected: a slow machine
   * would kill processes faster than it starts them, and never recover.
   */
  private static final int DOWN_ENOUGH = 6;

  private final LocalSystem system;
  private final Links links;
  private final Keeper keeper;
  private final Random random;
  private final Instant begin = Instant.now();
  private final Queue<CausedFault> caused = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(POOL_SIZE);

  /** Starts the clock of the plan. */
  public Saboteur(LocalSystem system, Links links, Keeper keeper, long seed) {
    this.system = system;
    this.links = links;
    this.keeper = keeper;
    this.random = new Random(seed);
  }

  /** Injects each fault of {@code plan} at its time. */
  public void schedule(List<Fault> plan) {
    plan.forEach(
        fault -> pool.schedule(() -> cause(fault), fault.at().toMillis(), TimeUnit.MILLISECONDS));
  }

  private void cause(Fault fault) {
    Duration from = Duration.between(begin, Instant.now());
    var kills = new AtomicInteger();
    boolean done;
    try {
      done = keeper.down() < DOWN_ENOUGH && caused(fault, kills);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return;
    } catch (IllegalStateException | KafkaException targetIsDown) {
      done = false;
    }
    caused.add(
        new CausedFault(fault, from, Duration.between(begin, Instant.now()), kills.get(), !done));
  }

  private boolean caused(Fault fault, AtomicInteger kills) throws InterruptedException {
    Instance target = fault.target();
    return switch (fault.kind()) {
      case KILL_SERVICE, KILL_POSTGRES, KILL_KAFKA -> kill(target, fault, kills);
      case KILL_WORKER_BEHIND_ITS_COMMIT ->
          onAnswer(
                  target,
                  () -> {
                    kill(target, fault, kills);
                  })
              && kills.get() > 0;
      case KILL_ORCHESTRATOR_BEFORE_THE_ANSWER ->
          // both: from outside it is unknown which of them makes the call
          onAnswer(target, () -> killAll(Part.ORCHESTRATOR, fault, kills)) && kills.get() > 0;
      case KILL_RELAY_BEHIND_ITS_SEND ->
          new NextEvent(system.kafkaBootstrap()).await(target.part(), WAIT_FOR_A_CALL)
              && killAll(target.part(), fault, kills);
      case PAUSE_SERVICE, PAUSE_KAFKA -> pause(fault);
      case LOSE_ANSWERS -> answers(fault, UnreliableLink.Mode.LOSE);
      case SLOW_WORKER -> answers(fault, UnreliableLink.Mode.DELAY);
      case REPEAT_MESSAGES -> {
        new Repeater(system.kafkaBootstrap()).repeat(random);
        yield true;
      }
      case FILL_POOLS -> new BusyTable(system).lock(target.part(), fault.lasts());
    };
  }

  private boolean kill(Instance target, Fault fault, AtomicInteger kills) {
    if (!system.isRunning(target)) {
      return false;
    }
    keeper.holdDown(target, fault.lasts());
    system.kill(target);
    kills.incrementAndGet();
    return true;
  }

  private boolean killAll(Part part, Fault fault, AtomicInteger kills) {
    boolean any = false;
    for (Instance instance : system.instances(part)) {
      any |= kill(instance, fault, kills);
    }
    return any;
  }

  /** Runs {@code action} on the next answer of {@code worker}; that answer is then lost. */
  private boolean onAnswer(Instance worker, Runnable action) throws InterruptedException {
    UnreliableLink link = links.to(worker);
    var done = new CountDownLatch(1);
    link.onNextAnswer(
        () -> {
          try {
            action.run();
          } finally {
            done.countDown();
          }
          return false;
        });
    if (done.await(WAIT_FOR_A_CALL.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    link.removeHook();
    return false;
  }

  private boolean pause(Fault fault) throws InterruptedException {
    if (!system.isRunning(fault.target())) {
      return false;
    }
    system.pause(fault.target());
    Thread.sleep(fault.lasts().toMillis());
    if (system.isRunning(fault.target())) {
      system.resume(fault.target());
    }
    return true;
  }

  private boolean answers(Fault fault, UnreliableLink.Mode mode) throws InterruptedException {
    UnreliableLink link = links.to(fault.target());
    link.mode(mode);
    Thread.sleep(fault.lasts().toMillis());
    link.mode(UnreliableLink.Mode.PASS);
    return true;
  }

  /** The results of the faults so far. */
  public List<CausedFault> caused() {
    return List.copyOf(caused);
  }

  /** Waits until the last fault of the plan has ended. */
  public void finish(Duration atMost) throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
