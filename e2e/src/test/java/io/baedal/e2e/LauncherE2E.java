package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./baedal up} in a separate repository, whose jars are replaced while it runs. It runs
 * without the services, which are stopped in the same way as PostgreSQL and Kafka.
 */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherE2E {
  private static final Path REAL = Path.of(System.getProperty("baedal.root"));
  private static final List<String> SERVICES = Part.services().stream().map(Part::label).toList();

  @TempDir private Path repository;

  private final int offset = Ports.free().of(Part.GATEWAY) - Part.GATEWAY.defaultPort();
  private final Ports ports = Ports.withOffset(offset);
  private final List<Process> started = new ArrayList<>();
  private Process up;

  @BeforeEach
  void start() throws IOException {
    Files.copy(REAL.resolve("baedal"), repository.resolve("baedal"));
    Path maven = Files.writeString(repository.resolve("mvnw"), "#!/bin/sh\ntouch built\nexit 1\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
    for (String module : Stream.concat(SERVICES.stream(), Stream.of("bench")).toList()) {
      Path target = Files.createDirectories(repository.resolve(module).resolve("target"));
      Files.createFile(target.resolve(module + ".jar"));
    }
    Path target = Files.createDirectories(local());
    Files.copy(REAL.resolve("local/target/local.jar"), target.resolve("local.jar"));
    for (String libraries : List.of("lib", "kafka-libs")) {
      FileSystemUtils.copyRecursively(
          REAL.resolve("local/target").resolve(libraries), target.resolve(libraries));
    }
    up = baedal("up", "--without", String.join(",", SERVICES));
    await("the system to be ready")
        .atMost(Client.PATIENCE)
        .until(() -> output("up").contains("Baedal is ready") || !up.isAlive());
    assertThat(up.isAlive()).as(output("up")).isTrue();
  }

  @AfterEach
  void stop() {
    children().forEach(ProcessHandle::destroyForcibly);
    for (Process each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly();
    }
  }

  @Test
  void nothingIsBuiltWhileItRunsAndNoChildIsLeftAlthoughItsJarsWereReplaced() throws Exception {
    List<ProcessHandle> children = children();
    assertThat(children).hasSizeGreaterThanOrEqualTo(3);
    replaceTheJars();

    assertThat(baedal("order").waitFor()).isOne();
    assertThat(output("order").lines())
        .hasSize(2)
        .satisfies(
            lines -> assertThat(lines.get(0)).startsWith("Not building, since a system runs"))
        .satisfies(
            lines -> assertThat(lines.get(1)).startsWith("baedal: Nothing answers at http://"));
    assertThat(repository.resolve("built")).doesNotExist();

    up.destroy();

    assertThat(up.onExit()).succeedsWithin(Duration.ofSeconds(60));
    assertThat(output("up")).contains("Stopped (");
    awaitThatNothingIsLeftOf(children);
    assertThat(baedal("order").waitFor()).isOne();
    assertThat(repository.resolve("built")).exists();
  }

  @Test
  void noChildIsLeftOfASystemThatWasKilledAfterItsJarsWereReplaced() throws Exception {
    List<ProcessHandle> children = children();
    replaceTheJars();

    up.destroyForcibly();

    awaitThatNothingIsLeftOf(children);
  }

  @Test
  void aServiceRunsFromItsSourcesInThePlaceThatWasLeftOut() throws Exception {
    Process run =
        start(
            "run",
            Baedal.command(
                List.of("run", "order"), "--data", repository.resolve(".baedal").toString()));
    URI readiness = URI.create("http://localhost:" + ports.of(Part.ORDER) + "/readyz");
    await("order to be ready")
        .atMost(Client.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Http.get(readiness).status()).isEqualTo(200));
    List<ProcessHandle> started = run.descendants().toList();

    run.destroy();

    awaitThatNothingIsLeftOf(started);
    assertThat(up.isAlive()).isTrue();
  }

  @Test
  void aServiceWithAnotherPasswordEndsAtOnceAndReportsWhy() throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            REAL.resolve("order/target/order.jar").toString());
    java.environment()
        .put(
            "SPRING_DATASOURCE_URL",
            "jdbc:postgresql://localhost:" + ports.of(Part.POSTGRES) + "/orders");
    java.environment().put("BAEDAL_ACCESS_ISSUER", "http://localhost:1");

    assertThat(start("java", java).onExit()).succeedsWithin(Client.PATIENCE);
    assertThat(output("java"))
        .contains("The database refuses the login: FATAL: password authentication failed")
        .doesNotContain("Retrying");
  }

  /** Does what a build after a change, or a clean, does. */
  private void replaceTheJars() throws IOException {
    Files.writeString(local().resolve("local.jar"), "half written");
    FileSystemUtils.deleteRecursively(local().resolve("lib"));
    FileSystemUtils.deleteRecursively(local().resolve("kafka-libs"));
    Files.writeString(repository.resolve("pom.xml"), "<project/>");
    Files.setLastModifiedTime(
        repository.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private void awaitThatNothingIsLeftOf(List<ProcessHandle> children) {
    await("all children to end")
        .atMost(Client.PATIENCE)
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  /** PostgreSQL, which is not a child of the launcher, Kafka, and their guardian. */
  private List<ProcessHandle> children() {
    List<ProcessHandle> children = new ArrayList<>(up.descendants().toList());
    for (Part part : List.of(Part.POSTGRES, Part.KAFKA)) {
      pid(part).flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(children::add);
    }
    return children.stream().distinct().toList();
  }

  private Stream<Long> pid(Part part) {
    Path file =
        repository.resolve(".baedal/run/" + (part == Part.KAFKA ? "kafka" : "postgres") + ".pid");
    try {
      return Stream.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException ended) {
      return Stream.of();
    }
  }

  private Process baedal(String command, String... options) throws IOException {
    List<String> line = new ArrayList<>(List.of("./baedal", command, "--port-offset=" + offset));
    line.addAll(List.of(options));
    return start(command, new ProcessBuilder(line));
  }

  private Process start(String name, ProcessBuilder command) throws IOException {
    Process process =
        command
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .redirectOutput(repository.resolve(name + ".log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private String output(String command) {
    try {
      return Files.readString(repository.resolve(command + ".log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Path local() {
    return repository.resolve("local/target");
  }
}
