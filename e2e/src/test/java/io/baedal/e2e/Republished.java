package io.baedal.e2e;

import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./baedal republish}, for the running system. */
final class Republished {

  /** Returns when all services have republished the events of all orders. */
  static String all() {
    LocalSystem system = RunningSystem.get();
    List<String> arguments = new ArrayList<>(List.of("republish", "--all"));
    for (Part part : List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORCHESTRATOR)) {
      arguments.addAll(
          List.of("--at", part.label() + "=" + system.address(system.instances(part).get(0))));
    }
    return Baedal.run(
        Map.of("BAEDAL_TOKEN", system.tokens(Account.OPERATOR).get()),
        arguments.toArray(String[]::new));
  }

  private Republished() {}
}
