package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.common.Tokens;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system under test, shared by all test classes of the JVM. */
final class RunningSystem {

  /** The acceptance deadline here; only tests that move it let it pass. */
  private static final Duration STORE_ANSWER_DEADLINE = Duration.ofMinutes(10);

  /** The menu of {@code store-2}, from which the tests order; {@code store-1} has the demo menu. */
  private static final String MENU =
      """
      {"items": [{"productName": "APPLE", "unitPrice": 9000},
                 {"productName": "PEAR", "unitPrice": 500}]}
      """;

  /** The limit of waiting orders here; only one test reaches it. */
  static final int MOST_WAITING = 60;

  private static final Duration START = Duration.ofMinutes(10);

  private static final Map<Account, Tokens> TOKENS = new EnumMap<>(Account.class);

  private static @Nullable LocalSystem running;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RunningSystem::close));
  }

  /** The running system; starts it with one instance of every service if it does not run yet. */
  static synchronized LocalSystem get() {
    LocalSystem system = running;
    return system == null ? start(1) : system;
  }

  /** The system with two instances of every service, restarted if needed; it then stays so. */
  static synchronized LocalSystem doubled() {
    LocalSystem system = running;
    if (system != null && system.instances(Part.GATEWAY).size() == 2) {
      return system;
    }
    close();
    return start(2);
  }

  /** The header {@code Authorization} of a call by {@code account}. */
  static synchronized String bearer(Account account) {
    return TOKENS.computeIfAbsent(account, get()::tokens).bearer();
  }

  private static LocalSystem start(int replicas) {
    // the data are fresh, and so are passwords and keys
    TOKENS.clear();
    var options =
        LocalOptions.in(Path.of(System.getProperty("baedal.root")))
            .data(Path.of(System.getProperty("baedal.data")))
            .ports(Ports.free(replicas))
            .replicas(replicas)
            .fresh(true)
            // long, for busy machines: no test checks the time of a start
            .longestStart(START)
            // as ./baedal up does
            .fastStart(true)
            .environment(
                Part.ORCHESTRATOR,
                "ORCHESTRATOR_STORE_ANSWER_DEADLINE",
                STORE_ANSWER_DEADLINE.toString())
            .environment(Part.ORDER, "ORDER_ADMISSION_MAX_WAITING", Integer.toString(MOST_WAITING))
            // orders are compared 1 s after a change, not five minutes after it
            .environment(Part.ORCHESTRATOR, "ORCHESTRATOR_RECONCILIATION_AGE", "1s")
            // the tests play stores and couriers
            .environment(Part.DELIVERY, "DELIVERY_SIMULATION_ENABLED", "false")
            .progress(System.out::println)
            .build();
    LocalSystem system = LocalSystem.open(options);
    running = system;
    system.start();
    storeMenu(system);
    return system;
  }

  private static void storeMenu(LocalSystem system) {
    URI menu = system.address(Part.GATEWAY).resolve("/stores/store-2/menu");
    Http.Answer stored = Http.put(menu, MENU, "Authorization", bearer(Account.OPERATOR));
    assertThat(stored.status()).as(stored.raw().body()).isEqualTo(200);
  }

  /** Without a lock: the JVM may be stopped while the system is being started. */
  private static void close() {
    LocalSystem system = running;
    if (system != null) {
      system.close();
    }
  }

  private RunningSystem() {}
}
