package io.baedal.bench;

import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all runs share, and their output. */
final class RunOptions {

  @Option(
      names = "--data",
      description =
          "Data directory of the system, emptied first (default: .baedal/${COMMAND-NAME}/data).")
  private @Nullable Path data;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** The repository, in which the services are built. */
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

  /** The default directory of that name for this command. */
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
    say(String.format(Locale.ROOT, format, values));
  }

  /** Work with a system that is not started yet. */
  interface Work<T> {
    T with(LocalSystem system) throws Exception;
  }

  /**
   * Does {@code work} with a system on the data directory. The system is closed afterwards, also
   * when this JVM is stopped.
   */
  <T> T withSystem(LocalOptions.Builder options, Work<T> work) throws Exception {
    try (var system = LocalSystem.open(options.data(data()).progress(this::say).build())) {
      var stop = new Thread(system::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      T result = work.with(system);
      system.close();
      Runtime.getRuntime().removeShutdownHook(stop);
      return result;
    }
  }

  static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
