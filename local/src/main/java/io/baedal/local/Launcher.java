package io.baedal.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts any part, with the same environment every time. */
final class Launcher {
  private final LocalOptions options;
  private final DataDirectory data;
  private final Passwords passwords;
  private final FastStart fastStart;

  Launcher(LocalOptions options, DataDirectory data, Passwords passwords) {
    this.options = options;
    this.data = data;
    this.passwords = passwords;
    this.fastStart = new FastStart(data, options.parts(), this::jar);
  }

  /** Answers at once for JVMs, which may not be ready yet; PostgreSQL is ready on return. */
  RunningPart start(Part part) {
    return switch (part) {
      case POSTGRES -> startPostgres();
      case KAFKA -> new KafkaBroker(options, data).start();
      default -> startService(part);
    };
  }

  private RunningPart startPostgres() {
    PostgresServer server = PostgresServer.start(options, data);
    for (Part service : Part.services()) {
      service.database().ifPresent(name -> server.ensureDatabase(name, passwords.database(name)));
    }
    return server;
  }

  private RunningPart startService(Part service) {
    Map<String, String> environment =
        new HashMap<>(new LocalEnvironment(options.ports(), passwords).of(service));
    environment.putAll(options.environment().getOrDefault(service, Map.of()));
    List<String> command =
        new ArrayList<>(JavaCommand.smallJvm(options.data(), service.heapMegabytes()));
    command.addAll(
        options.fastStart()
            ? fastStart.arguments(service)
            : List.of("-jar", jar(service).toString()));
    return ChildProcess.start(command, environment, options.root(), data.log(service));
  }

  void ready(Part part) {
    fastStart.ready(part);
  }

  void endedInGoodOrder(Part part) {
    if (part.isService()) {
      fastStart.ended(part);
    }
  }

  /** Fails, naming the jar, when a service that is wanted has not been built. */
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
