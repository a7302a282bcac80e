package io.baedal.local.command;

import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
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

/** Republishes events that Kafka has lost, from the databases of the services. */
@Command(
    name = "republish",
    description = "Republishes events that Kafka has lost, from the services' databases.",
    mixinStandardHelpOptions = true)
public final class RepublishCommand implements Runnable {

  /** The services that store what they publish; order comes first, because orders begin there. */
  private static final List<Part> SERVICES =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORCHESTRATOR);

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** Selects the orders. */
  static final class Which {
    @Option(
        names = "--since",
        paramLabel = "2h|TIME",
        converter = Since.class,
        description = "Orders that changed in the last 2h, or since this time.")
    private @Nullable Instant since;

    @Option(names = "--all", description = "All orders.")
    private boolean all;
  }

  @Option(
      names = "--at",
      paramLabel = "SERVICE=URL",
      description =
          "The URL of a service of another system; may be repeated. Only these are called.")
  private Map<String, URI> addresses = new LinkedHashMap<>();

  @Mixin private OperatorToken token = new OperatorToken();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Map<Part, URI> services = services();
    var republisher =
        new Republisher(which.since, addresses.isEmpty() ? token.here() : token.elsewhere());
    services.forEach(
        (service, address) -> {
          var tally = republisher.republish(address);
          out.printf(
              "%-12s  %d orders, %d events%n", service.label(), tally.orders(), tally.events());
          out.flush();
        });
  }

  private Map<Part, URI> services() {
    Map<Part, URI> services = new LinkedHashMap<>();
    if (addresses.isEmpty()) {
      Ports ports = token.place().runningPorts();
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
            () -> new LocalFailure("There is no service " + name + " that republishes events."));
  }
}
