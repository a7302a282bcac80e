package io.baedal.local;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the events anew that Kafka has lost, from what the services have in their databases. */
@Command(
    name = "republish",
    description = "Publishes events again that Kafka has lost, from the services' databases.",
    mixinStandardHelpOptions = true)
final class RepublishCommand implements Runnable {

  /** Those that keep something of which they tell; where orders begin comes first. */
  private static final List<Part> SERVICES =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORCHESTRATOR);

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** Of which orders. */
  static final class Which {
    @Option(
        names = "--since",
        paramLabel = "2h|TIME",
        converter = Since.class,
        description = "Of orders that changed so long ago, or at this time, or later.")
    private @Nullable Instant since;

    @Option(names = "--all", description = "Of all orders.")
    private boolean all;
  }

  @Option(
      names = "--at",
      paramLabel = "SERVICE=URL",
      description =
          "Where a service of another system is; may be repeated. Only these are then asked.")
  private Map<String, URI> addresses = new LinkedHashMap<>();

  @Mixin private Login login = new Login();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Map<Part, URI> services = services();
    // before anything is published
    @Nullable URI orchestrator = services.get(Part.ORCHESTRATOR);
    @Nullable Credentials operator = orchestrator == null ? null : login(orchestrator);
    services.forEach(
        (service, address) -> {
          var login = service == Part.ORCHESTRATOR ? operator : null;
          var tally = new Republisher(which.since, login).republish(address);
          out.printf(
              "%-12s  %d orders, %d events%n", service.label(), tally.orders(), tally.events());
          out.flush();
        });
  }

  private Map<Part, URI> services() {
    Map<Part, URI> services = new LinkedHashMap<>();
    if (addresses.isEmpty()) {
      Ports ports = login.place().runningPorts();
      SERVICES.forEach(part -> services.put(part, ports.url(part)));
    } else {
      addresses.forEach((name, address) -> services.put(named(name), address));
    }
    return services;
  }

  private static Part named(String name) {
    return Part.named(name)
        .filter(SERVICES::contains)
        .orElseThrow(
            () -> new LocalFailure("There is nothing to republish at a service named " + name));
  }

  private Credentials login(URI orchestrator) {
    return addresses.isEmpty()
        ? login.here(() -> NotRunning.at(orchestrator.toString()))
        : login.elsewhere();
  }
}
