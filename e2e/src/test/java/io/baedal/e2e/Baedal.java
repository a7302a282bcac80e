package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command {@code ./baedal}, run as an operator does, in a process of its own. */
final class Baedal {

  /** The command, to be started. */
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

  /** What it printed; fails if the command does. */
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
