package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command {@code ./baedal}, run in a separate process as an operator does. */
final class Baedal {

  /** A process builder for the command. */
  static ProcessBuilder command(List<String> command, String... options) {
    Path target = Path.of(System.getProperty("baedal.root"), "local", "target");
    var line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbaedal.root=" + System.getProperty("baedal.root"),
                "-cp",
                target.resolve("local.jar") + File.pathSeparator + target.resolve("lib/*"),
                "io.baedal.local.Main"));
    line.addAll(command);
    line.addAll(List.of(options));
    return new ProcessBuilder(line);
  }

  /** Returns what the command printed; fails if the command fails. */
  static String run(Map<String, String> environment, String... arguments) {
    try {
      ProcessBuilder builder = command(List.of(arguments)).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Baedal() {}
}
