package io.baedal.local.launcher;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts parts. Each start has the same environment until {@link #change}. */
final class Launcher {
  private final LocalOptions options;
  private final DataDirectory data;
  private final Passwords passwords;
  private final FastStart fastStart;

  /** Environment variables by service, which override those of the options. */
  private final Map<Part, Map<String, String>> changed = new ConcurrentHashMap<>();

  Launcher(LocalOptions options, DataDirectory data, Passwords passwords) {
    this.options = options;
    this.data = data;
    this.passwords = passwords;
    // replicas are restarted one by one; writing an archive would delay each stop
    Set<Part> writers = options.replicas() == 1 ? options.parts() : Set.of();
    this.fastStart = new FastStart(data, writers, options.archives(), this::jar);
  }

  /** Returns before a JVM is ready; PostgreSQL is ready on return. */
  RunningPart start(Instance instance) {
    return switch (instance.part()) {
      case POSTGRES -> startPostgres();
      case KAFKA -> new KafkaBroker(options, data).start();
      default -> startService(instance);
    };
  }

  private RunningPart startPostgres() {
    PostgresServer server = PostgresServer.start(options, data, passwords);
    for (Part service : Part.services()) {
      service.database().ifPresent(name -> server.ensureDatabase(name, passwords.database(name)));
    }
    return server;
  }

  private RunningPart startService(Instance instance) {
    Part service = instance.part();
    Map<String, String> environment =
        new HashMap<>(new LocalEnvironment(options, passwords).of(instance));
    environment.putAll(options.environment().getOrDefault(service, Map.of()));
    environment.putAll(changed.getOrDefault(service, Map.of()));
    List<String> command =
        new ArrayList<>(JavaCommand.jvm(options.data(), options.jvmOptions(service)));
    command.addAll(
        options.fastStart()
            ? fastStart.arguments(instance)
            : List.of("-jar", jar(service).toString()));
    return ChildProcess.start(command, environment, options.root(), data.log(instance));
  }

  /** Sets environment variables for later starts of {@code service}, over those of the options. */
  void change(Part service, Map<String, String> environment) {
    changed.put(service, Map.copyOf(environment));
  }

  void ready(Instance instance) {
    fastStart.ready(instance);
  }

  void endedNormally(Instance instance) {
    if (instance.part().isService()) {
      fastStart.ended(instance);
    }
  }

  /** Fails, naming the jar, when a required service has not been built. */
  void requireBuilt() {
    for (Part part : options.parts()) {
      if (part.isService() && !Files.exists(jar(part))) {
        throw new LocalFailure(jar(part) + " is missing; run ./mvnw -DskipTests package first.");
      }
    }
  }

  private Path jar(Part service) {
    String module = service.label();
    return options.root().resolve(module).resolve("target").resolve(module + ".jar");
  }
}
