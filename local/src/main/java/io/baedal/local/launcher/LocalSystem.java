package io.baedal.local.launcher;

import io.baedal.local.common.Account;
import io.baedal.local.common.Credentials;
import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * The system, or some of its parts, as processes of this machine. Each failure is a {@link
 * LocalFailure}, whose message is one readable line; methods that need a running part throw {@link
 * IllegalStateException} when it does not run. Methods that take a part apply to all its instances.
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
    this.environment = new LocalEnvironment(options, passwords);
    this.launcher = new Launcher(options, data, passwords);
    this.fleet = new Fleet(launcher, data, options.progress());
    this.readiness = new Readiness(options.ports(), data, options.longestStart());
    this.guardian = Guardian.watch(data.root());
  }

  /**
   * Locks the data directory, stops the processes of a killed run, and checks that every port is
   * free and every jar exists. Nothing has been started on return; close it in any case.
   */
  public static LocalSystem open(LocalOptions options) {
    DataDirectory data = DataDirectory.lock(options.data());
    try {
      stopLeftovers(options);
      if (options.fresh()) {
        data.empty();
      }
      options.ports().requireFree(options.instances());
      new Launcher(options, data, new Passwords(data.root())).requireBuilt();
      for (Instance instance : options.instances()) {
        Files.deleteIfExists(data.log(instance));
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
          .accept("Stopped the processes of an earlier run: " + String.join(", ", stopped));
    }
  }

  /** Starts every configured part and returns when all are ready. */
  public void start() {
    startWatched(instance -> !instance.part().isService());
    // together: each often waits for disk or database
    startWatched(instance -> instance.part().isService() && instance.isFirst());
    // later, when the jars are unpacked and the tables exist
    startWatched(instance -> !instance.isFirst());
  }

  /** Starts instances, and fails as soon as any other instance has ended. */
  private void startWatched(Predicate<Instance> property) {
    startTogether(having(property), options.instances());
  }

  private List<Instance> having(Predicate<Instance> property) {
    return options.instances().stream().filter(property).toList();
  }

  private void startTogether(List<Instance> instances, List<Instance> needed) {
    if (instances.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    CompletableFuture<?>[] launches =
        instances.stream()
            .map(instance -> CompletableFuture.runAsync(() -> fleet.launch(instance)))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(launches).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    readiness.await(
        instances,
        needed,
        fleet,
        instance -> report(instance, Duration.ofNanos(System.nanoTime() - begun)));
  }

  private void report(Instance instance, Duration took) {
    launcher.ready(instance);
    options
        .progress()
        .accept(
            String.format(
                Locale.ROOT,
                "%s ready on %d (%.1f s)",
                instance.label(),
                options.ports().of(instance),
                took.toMillis() / 1_000.0));
  }

  /** The instances of {@code part}, whether they run or not. */
  public List<Instance> instances(Part part) {
    return having(instance -> instance.part() == part);
  }

  /** Starts {@code parts} together, and returns when all are ready. */
  public void start(Set<Part> parts) {
    startTogether(having(instance -> parts.contains(instance.part())), List.of());
  }

  /** Restarts {@code part} with the same settings, and returns when it is ready. */
  public void start(Part part) {
    startTogether(instances(part), List.of());
  }

  /**
   * Restarts {@code part} with environment variables that override those of the options, and
   * returns when it is ready. They apply until it is started with others.
   */
  public void start(Part part, Map<String, String> environment) {
    launcher.change(part, environment);
    start(part);
  }

  /** Restarts {@code instance} with the same settings, and returns when it is ready. */
  public void start(Instance instance) {
    startTogether(List.of(instance), List.of());
  }

  /** Stops {@code parts}, and returns when they have ended; kills them after 30 s. */
  public void stop(Set<Part> parts) {
    fleet.stop(having(instance -> parts.contains(instance.part())));
  }

  /** Stops {@code part}, and returns when it has ended; kills it after 30 s. */
  public void stop(Part part) {
    fleet.stop(instances(part));
  }

  /** Stops {@code instance}, and returns when it has ended; kills it after 30 s. */
  public void stop(Instance instance) {
    fleet.stop(List.of(instance));
  }

  /** Ends {@code part} with SIGKILL and returns when it has ended. */
  public void kill(Part part) {
    instances(part).forEach(fleet::kill);
  }

  /** Ends {@code instance} with SIGKILL and returns when it has ended. */
  public void kill(Instance instance) {
    fleet.kill(instance);
  }

  /** Freezes {@code part} with SIGSTOP: its connections stay open and nothing answers. */
  public void pause(Part part) {
    instances(part).forEach(this::pause);
  }

  /** Freezes {@code instance} with SIGSTOP: its connections stay open and nothing answers. */
  public void pause(Instance instance) {
    fleet.signal(instance, "STOP");
  }

  /** Lets a frozen {@code part} continue. */
  public void resume(Part part) {
    instances(part).forEach(this::resume);
  }

  /** Lets a frozen {@code instance} continue. */
  public void resume(Instance instance) {
    fleet.signal(instance, "CONT");
  }

  /** Whether any instance of {@code part} has been started and has not ended. */
  public boolean isRunning(Part part) {
    return instances(part).stream().anyMatch(fleet::runs);
  }

  /** Whether {@code instance} has been started and has not ended. */
  public boolean isRunning(Instance instance) {
    return fleet.runs(instance);
  }

  /** Whether {@link #close()} has not been called yet. */
  public boolean isOpen() {
    return !closed;
  }

  /** Completes with the reason when the only or last instance of a part ends without a request. */
  public CompletableFuture<LocalFailure> failure() {
    return fleet.failure();
  }

  /**
   * The address of {@code part}, or of its first instance: {@code http} for a service, {@code tcp}
   * for the others.
   */
  public URI address(Part part) {
    return address(Instance.first(part));
  }

  /** The address of {@code instance}. */
  public URI address(Instance instance) {
    return URI.create(
        instance.part().isService()
            ? environment.url(instance)
            : "tcp://" + options.ports().address(instance));
  }

  /** The address of the health and metrics of {@code instance}. */
  public URI management(Instance instance) {
    return URI.create(environment.management(instance));
  }

  /** The JDBC URL of the database of {@code service}. */
  public String jdbcUrl(Part service) {
    return environment.jdbcUrl(databaseOf(service));
  }

  /** The JDBC URL of any database of this PostgreSQL. */
  public String jdbcUrl(String database) {
    return environment.jdbcUrl(database);
  }

  /** PostgreSQL's superuser, for tools that measure; its database is {@code postgres}. */
  public Credentials administrator() {
    return new Credentials("postgres", passwords.postgres());
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

  /** The access tokens of {@code account}, for calls of the services. */
  public Tokens tokens(Account account) {
    return new Tokens(address(Part.IDENTITY), credentials(account));
  }

  /** Name and password of {@code account}. */
  public Credentials credentials(Account account) {
    return new Credentials(account.username(), passwords.of(account));
  }

  /** The file with the output of {@code instance}; each run begins a new one. */
  public Path log(Instance instance) {
    return data.log(instance);
  }

  /** A pattern for the names of the files with the passwords of the databases. */
  String passwordFiles() {
    return data.root().resolve("database-password-").toString() + "*";
  }

  /** The process of {@code instance}; empty when it does not run. PostgreSQL has descendants. */
  public Optional<ProcessHandle> process(Instance instance) {
    return Optional.ofNullable(fleet.find(instance))
        .flatMap(process -> ProcessHandle.of(process.pid()));
  }

  /** Stops the services, then Kafka, then PostgreSQL; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    fleet.close();
    // the guardian stops what cannot be stopped here, after this process has ended
    try (data) {
      fleet.stop(having(instance -> instance.part().isService()));
      stop(Part.KAFKA);
      stop(Part.POSTGRES);
      guardian.destroy();
    }
  }
}
