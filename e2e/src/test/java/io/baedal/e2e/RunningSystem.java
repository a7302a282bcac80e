package io.baedal.e2e;

import io.baedal.local.LocalOptions;
import io.baedal.local.LocalSystem;
import io.baedal.local.Part;
import io.baedal.local.Ports;
import java.nio.file.Path;

/** The system under test, started once for all test classes of the JVM. */
final class RunningSystem {

  /**
   * How long a store may take to answer here; longer than a killed orchestrator needs to return.
   */
  private static final int STORE_ANSWER_DEADLINE_SECONDS = 50;

  private static final LocalSystem SYSTEM = start();

  static LocalSystem get() {
    return SYSTEM;
  }

  private static LocalSystem start() {
    var options =
        LocalOptions.in(Path.of(System.getProperty("baedal.root")))
            .data(Path.of(System.getProperty("baedal.data")))
            .ports(Ports.free())
            .fresh(true)
            // the way in which people run it
            .fastStart(true)
            .environment(
                Part.ORCHESTRATOR,
                "ORCHESTRATOR_STORE_ANSWER_DEADLINE",
                "PT" + STORE_ANSWER_DEADLINE_SECONDS + "S")
            // the tests play stores and couriers
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_ENABLED", "false")
            .progress(System.out::println)
            .build();
    LocalSystem system = LocalSystem.open(options);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close));
    system.start();
    return system;
  }

  private RunningSystem() {}
}
