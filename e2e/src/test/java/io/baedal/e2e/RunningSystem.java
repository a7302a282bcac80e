package io.baedal.e2e;

import io.baedal.local.LocalOptions;
import io.baedal.local.LocalSystem;
import io.baedal.local.Part;
import io.baedal.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The system under test, shared by all test classes of the JVM. */
final class RunningSystem {

  /** How long a store may take to answer here; tests let it pass, and nothing else does. */
  private static final Duration STORE_ANSWER_DEADLINE = Duration.ofMinutes(10);

  /** How many orders may wait for their process here; more than any test but one leaves waiting. */
  static final int MOST_WAITING = 60;

  private static final Duration START = Duration.ofMinutes(10);

  private static @Nullable LocalSystem running;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RunningSystem::close));
  }

  /** The system as it runs now; one of every service if it does not run yet. */
  static synchronized LocalSystem get() {
    LocalSystem system = running;
    return system == null ? start(1) : system;
  }

  /** The system with two of every service, begun anew if need be; it then stays so. */
  static synchronized LocalSystem doubled() {
    LocalSystem system = running;
    if (system != null && system.instances(Part.GATEWAY).size() == 2) {
      return system;
    }
    close();
    return start(2);
  }

  private static LocalSystem start(int replicas) {
    var options =
        LocalOptions.in(Path.of(System.getProperty("baedal.root")))
            .data(Path.of(System.getProperty("baedal.data")))
            .ports(Ports.free(replicas))
            .replicas(replicas)
            .fresh(true)
            // however busy the machine is: how fast a start is, no test judges
            .longestStart(START)
            // the way in which people run it
            .fastStart(true)
            .environment(
                Part.ORCHESTRATOR,
                "ORCHESTRATOR_STORE_ANSWER_DEADLINE",
                STORE_ANSWER_DEADLINE.toString())
            .environment(Part.ORDER, "ORDER_ADMISSION_MAX_WAITING", Integer.toString(MOST_WAITING))
            // nobody waits five minutes before an order may be judged
            .environment(Part.ORCHESTRATOR, "ORCHESTRATOR_RECONCILIATION_AGE", "1s")
            // the tests play stores and couriers
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_ENABLED", "false")
            .progress(System.out::println)
            .build();
    LocalSystem system = LocalSystem.open(options);
    running = system;
    system.start();
    return system;
  }

  /** Without a lock: the JVM may be told to end while the system is being started. */
  private static void close() {
    LocalSystem system = running;
    if (system != null) {
      system.close();
    }
  }

  private RunningSystem() {}
}
