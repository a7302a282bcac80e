package io.baedal.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and keeps it running until Ctrl-C. */
@Command(
    name = "up",
    description = "Starts PostgreSQL, Kafka and the six services; Ctrl-C stops them.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {
  @Mixin private Place place = new Place();

  @Option(names = "--fresh", description = "Empties the data directory first.")
  private boolean fresh;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many of each service run, 1 to 5 (default: 1). The second one of each listens 10"
              + " ports higher, such as 8098 for the gateway, and so on.")
  private int replicas;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    long begun = System.nanoTime();
    LocalOptions options =
        LocalOptions.in(Place.root())
            .data(place.data())
            .ports(place.ports())
            .replicas(replicas)
            .fresh(fresh)
            .fastStart(true)
            .progress(line -> print(out, line))
            .build();
    try (LocalSystem system = LocalSystem.open(options)) {
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread stop = new Thread(() -> stop(system, interrupted, options, out), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        print(out, "Starting; logs are in " + options.data().resolve("logs"));
        system.start();
        PortsFile.write(options.data(), options.ports());
        print(out, Welcome.text(system, Duration.ofNanos(System.nanoTime() - begun)));
        throw system.failure().join();
      } catch (LocalFailure failure) {
        // while the JVM ends, parts end because they were told to
        if (!interrupted.get()) {
          print(out, "Stopping everything: " + failure.getMessage());
          throw failure;
        }
      } finally {
        PortsFile.delete(options.data());
      }
    }
  }

  private static void stop(
      LocalSystem system, AtomicBoolean interrupted, LocalOptions options, PrintWriter out) {
    if (!system.isOpen()) {
      return;
    }
    interrupted.set(true);
    long begun = System.nanoTime();
    print(out, "\nStopping services, Kafka, PostgreSQL …");
    system.close();
    PortsFile.delete(options.data());
    double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
    print(out, String.format(Locale.ROOT, "Stopped (%.1f s).", seconds));
  }

  private static synchronized void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
