package io.baedal.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The whole system, or some of its parts, as processes of this machine. Every method that cannot do
 * what it promises throws {@link LocalFailure}, whose message is one line for a person; methods
 * that need a running part throw {@link IllegalStateException} when it does not run.
 */
public final class LocalSystem implements AutoCloseable {
  private final LocalOptions options;
  private final DataDirectory data;
  private final Passwords passwords;
  private final LocalEnvironment environment;
  private final Fleet fleet;
  private final Launcher launcher;
  private final Readiness readiness;
  private final Process guardian;
  private volatile boolean closed;

  private LocalSystem(LocalOptions options, DataDirectory data) {
    this.options = options;
    this.data = data;
    this.passwords = new Passwords(data.root());
    this.environment = new LocalEnvironment(options.ports(), passwords);
    this.launcher = new Launcher(options, data, passwords);
    this.fleet = new Fleet(launcher, data);
    this.readiness = new Readiness(options.ports(), data);
    this.guardian = Guardian.watch(data.root());
  }

  /**
   * Takes the data directory, stops what a killed run left in it, and checks that every port is
   * free and every jar is there. Nothing has been started on return; close it in any case.
   */
  public static LocalSystem open(LocalOptions options) {
    DataDirectory data = DataDirectory.lock(options.data());
    try {
      stopLeftovers(options);
      if (options.fresh()) {
        data.empty();
      }
      options.ports().requireFree(EnumSet.copyOf(options.parts()));
      new Launcher(options, data, new Passwords(data.root())).requireBuilt();
      for (Part part : options.parts()) {
        Files.deleteIfExists(data.log(part));
      }
      return new LocalSystem(options, data);
    } catch (IOException e) {
      data.close();
      throw new LocalFailure("Cannot prepare " + options.data() + ": " + e, e);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static void stopLeftovers(LocalOptions options) throws IOException {
    List<String> stopped = new Leftovers(options.data()).stop();
    if (!stopped.isEmpty()) {
      options
          .progress()
          .accept("Stopped what an earlier run left behind: " + String.join(", ", stopped));
    }
  }

  /** Starts every part that was asked for and returns when all are ready. */
  public void start() {
    Set<Part> foundation = EnumSet.copyOf(options.parts());
    foundation.removeAll(Part.services());
    Set<Part> services = EnumSet.copyOf(options.parts());
    services.removeAll(foundation);
    startTogether(foundation);
    // all at once: each waits often enough for disk or database that two cores stay busy
    startTogether(services);
  }

  private void startTogether(Set<Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    CompletableFuture<?>[] launches =
        parts.stream()
            .map(part -> CompletableFuture.runAsync(() -> fleet.launch(part)))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(launches).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    readiness.await(
        parts, fleet, part -> report(part, Duration.ofNanos(System.nanoTime() - begun)));
  }

  private void report(Part part, Duration took) {
    launcher.ready(part);
    options
        .progress()
        .accept(
            String.format(
                Locale.ROOT,
                "%s ready on %d (%.1f s)",
                part.label(),
                options.ports().of(part),
                took.toMillis() / 1_000.0));
  }

  /** Starts {@code part} again, as it was started before, and returns when it is ready. */
  public void start(Part part) {
    startTogether(EnumSet.of(part));
  }

  /** Asks {@code part} to end, and returns when it has; forces it after 30 s. */
  public void stop(Part part) {
    fleet.stop(List.of(part));
  }

  /** Ends {@code part} with SIGKILL and returns when it is gone. */
  public void kill(Part part) {
    fleet.kill(part);
  }

  /** Freezes {@code part} with SIGSTOP: its connections stay open and nothing answers. */
  public void pause(Part part) {
    fleet.signal(part, "STOP");
  }

  /** Lets a frozen {@code part} go on. */
  public void resume(Part part) {
    fleet.signal(part, "CONT");
  }

  /** Whether {@code part} has been started and has not ended. */
  public boolean isRunning(Part part) {
    return fleet.runs(part);
  }

  /** Whether {@link #close()} has not been called yet. */
  public boolean isOpen() {
    return !closed;
  }

  /** Completes with the reason when a part ends that nobody asked to end. */
  public CompletableFuture<LocalFailure> failure() {
    return fleet.failure();
  }

  /** Where {@code part} is reached: {@code http} for a service, {@code tcp} for the others. */
  public URI address(Part part) {
    return URI.create(
        part.isService() ? environment.url(part) : "tcp://localhost:" + options.ports().of(part));
  }

  /** The JDBC URL of the database of {@code service}. */
  public String jdbcUrl(Part service) {
    return environment.jdbcUrl(databaseOf(service));
  }

  /** The role that owns the database of {@code service}. */
  public Credentials credentials(Part service) {
    String role = databaseOf(service);
    return new Credentials(role, passwords.database(role));
  }

  private static String databaseOf(Part service) {
    return service
        .database()
        .orElseThrow(() -> new IllegalArgumentException(service + " has no database"));
  }

  /** The bootstrap servers of the broker. */
  public String kafkaBootstrap() {
    return environment.kafkaBootstrap();
  }

  /** The operator of the orchestrator: Cockpit and its REST API. */
  public Credentials operator() {
    return new Credentials(LocalEnvironment.OPERATOR, passwords.operator());
  }

  /** The password of {@link #operator()}. */
  public String operatorPassword() {
    return passwords.operator();
  }

  /** The file that receives the output of {@code part}; started anew by each run. */
  public Path log(Part part) {
    return data.log(part);
  }

  /** How the files are named that keep the passwords of the databases. */
  String passwordFiles() {
    return data.root().resolve("database-password-").toString() + "*";
  }

  /** Process ids of the running parts, for tools that measure them. */
  public List<Long> processIds() {
    List<Long> pids = new ArrayList<>();
    for (Part part : Part.values()) {
      RunningPart process = fleet.find(part);
      if (process != null) {
        pids.add(process.pid());
      }
    }
    return pids;
  }

  /** Stops the services, then Kafka, then PostgreSQL; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    fleet.close();
    fleet.stop(Part.services());
    fleet.stop(List.of(Part.KAFKA));
    fleet.stop(List.of(Part.POSTGRES));
    guardian.destroy();
    data.close();
  }
}
