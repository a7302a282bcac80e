package io.baedal.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all runs share: where they keep their data, and how they print. */
final class RunOptions {

  @Option(
      names = "--data",
      description =
          "Where the system keeps its data, emptied first (default: .baedal/${COMMAND-NAME}/data).")
  private @Nullable Path data;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** Where the services' jars are. */
  Path root() {
    String root = System.getProperty("baedal.root");
    if (root == null) {
      throw new ParameterException(
          command.commandLine(), "Start it as ./baedal " + command.name() + ".");
    }
    return Path.of(root);
  }

  Path data() {
    Path given = data;
    return (given == null ? own("data") : given).toAbsolutePath();
  }

  /** Where this command keeps data of that name unless an option overrides it. */
  Path own(String name) {
    return Path.of(".baedal", command.name(), name);
  }

  /** Prints a line and flushes. */
  void say(String line) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** Prints a line and flushes; {@code format} needs no {@code %n} at its end. */
  void say(String format, Object... values) {
    say(format.formatted(values));
  }

  static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
