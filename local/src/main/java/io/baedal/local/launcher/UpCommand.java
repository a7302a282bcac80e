package io.baedal.local.launcher;

import io.baedal.local.common.Listen;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Place;
import io.baedal.local.common.Ports;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and keeps it running until Ctrl-C. */
@Command(
    name = "up",
    description = "Starts PostgreSQL, Kafka and the services; Ctrl-C stops them.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Runnable {
  @Mixin private Place place = new Place();

  @Option(names = "--fresh", description = "Empties the data directory first.")
  private boolean fresh;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Instances of each service, 1 to 5 (default: 1). Each further instance listens 10 ports"
              + " higher, such as 8098 for the second gateway; its health and metrics, 10000 ports"
              + " higher.")
  private int replicas;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "An address of this machine on which all parts listen, such as 0.0.0.0 for all of them"
              + " (default: 127.0.0.1, which no other machine reaches).")
  private @Nullable String listen;

  @Option(
      names = "--without",
      paramLabel = "SERVICE",
      split = ",",
      description =
          "Leaves a service out, to be run by ./baedal run SERVICE or in an IDE; may be repeated.")
  private List<String> without = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    long begun = System.nanoTime();
    LocalOptions options =
        LocalOptions.in(Place.root())
            .data(place.data())
            .ports(ports())
            .parts(parts())
            .replicas(replicas)
            .fresh(fresh)
            .fastStart(true)
            .progress(line -> print(out, line))
            .build();
    try (LocalSystem system = LocalSystem.open(options)) {
      SettingsFiles settings = new SettingsFiles(options, missing());
      // left by a killed run
      settings.delete();
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread stop = new Thread(() -> stop(system, interrupted, settings, out), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        print(out, "Starting; logs are in " + options.data().resolve("logs"));
        system.start();
        settings.write();
        print(out, Welcome.text(system, Duration.ofNanos(System.nanoTime() - begun)));
        missing().forEach(service -> print(out, settings.advice(service)));
        throw system.failure().join();
      } catch (LocalFailure failure) {
        // during the JVM's shutdown the parts are stopped
        if (!interrupted.get()) {
          print(out, "Stopping everything: " + failure.getMessage());
          throw failure;
        }
      } finally {
        settings.delete();
      }
    }
  }

  private Ports ports() {
    Ports ports = place.ports();
    return listen == null ? ports : ports.on(Listen.named(listen));
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.allOf(Part.class);
    missing().forEach(parts::remove);
    return parts;
  }

  private List<Part> missing() {
    return without.stream().map(Part::service).distinct().toList();
  }

  private static void stop(
      LocalSystem system, AtomicBoolean interrupted, SettingsFiles settings, PrintWriter out) {
    if (!system.isOpen()) {
      return;
    }
    interrupted.set(true);
    long begun = System.nanoTime();
    print(out, "\nStopping services, Kafka, PostgreSQL …");
    settings.delete();
    system.close();
    double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
    print(out, String.format(Locale.ROOT, "Stopped (%.1f s).", seconds));
  }

  private static synchronized void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
