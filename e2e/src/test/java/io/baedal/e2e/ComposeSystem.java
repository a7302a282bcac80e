package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system of docker-compose.yml, with a separate project name and ports. */
final class ComposeSystem implements AutoCloseable {

  static final List<String> SERVICES =
      List.of("order", "payment", "delivery", "orchestrator", "order-view", "gateway", "identity");

  private static final String PROJECT = "baedal-e2e";

  /** A first build downloads every library. */
  private static final Duration BUILD = Duration.ofMinutes(15);

  private static final Duration COMMAND = Duration.ofMinutes(5);

  private final int gateway = freePort();
  private final int orchestrator = freePort();
  private final int identity = freePort();
  private final int kafka = freePort();

  /** Whether a Docker engine answers and has Compose and Buildx. */
  static boolean engineIsPresent() {
    return succeeds("docker", "info")
        && succeeds("docker", "compose", "version")
        && succeeds("docker", "buildx", "version");
  }

  static ComposeSystem start() {
    var system = new ComposeSystem();
    try {
      system.run(BUILD, "build");
      system.run(COMMAND, "up", "--detach", "--wait");
      return system;
    } catch (RuntimeException | Error e) {
      system.close();
      throw e;
    }
  }

  URI gateway() {
    return URI.create("http://localhost:" + gateway);
  }

  URI orchestrator() {
    return URI.create("http://localhost:" + orchestrator);
  }

  /** The header {@code Authorization} of its customer. */
  String customer() {
    String password = exec("identity", "cat", "/run/baedal/passwords/customer").strip();
    return new Tokens(
            URI.create("http://localhost:" + identity), new Credentials("customer", password))
        .bearer();
  }

  /** What a command inside a container prints. */
  String exec(String service, String... command) {
    return compose(List.of("exec", "-T", service), command);
  }

  /** Inspects the container of a service; {@code template} is a Go template. */
  String inspect(String service, String template) {
    // by its name: Compose's own list can lack a container that is being started
    String container = PROJECT + "-" + service + "-1";
    return run(COMMAND, List.of("docker", "inspect", "--format", template, container)).strip();
  }

  String compose(List<String> arguments, String... more) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return run(COMMAND, all.toArray(String[]::new));
  }

  @Override
  public void close() {
    run(COMMAND, "down", "--volumes", "--timeout", "40");
  }

  private String run(Duration patience, String... arguments) {
    var command = new ArrayList<>(List.of("docker", "compose", "--project-name", PROJECT));
    command.addAll(List.of(arguments));
    return run(patience, command);
  }

  private String run(Duration patience, List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.directory(Path.of(System.getProperty("baedal.root")).toFile());
    var environment = builder.environment();
    environment.put("TAG", "e2e");
    environment.put("GATEWAY_PORT", Integer.toString(gateway));
    environment.put("ORCHESTRATOR_PORT", Integer.toString(orchestrator));
    environment.put("IDENTITY_PORT", Integer.toString(identity));
    environment.put("KAFKA_PORT", Integer.toString(kafka));
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      // a separate thread reads: a command that hangs without output must not outlive the deadline
      var output = new StringBuilder();
      var reader = new Thread(() -> output.append(readAll(process.getInputStream())));
      reader.start();
      boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      reader.join();
      assertThat(ended && process.exitValue() == 0).as("%s%n%s", command, output).isTrue();
      return output.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String readAll(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      return "";
    }
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
