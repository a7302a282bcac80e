package io.baedal.bench;

import io.baedal.local.common.LocalFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the fault and measuring runs: {@code ./baedal faults}, {@code ./baedal fuzz},
 * {@code ./baedal overload} and {@code ./baedal bench}.
 */
@Command(
    name = "baedal",
    description = "Runs the system under load, injects faults, measures it, and checks orders.",
    subcommands = {
      FaultsCommand.class,
      FuzzCommand.class,
      OverloadCommand.class,
      BenchCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command; exits with 0, 1 (failure) or 2 (invalid arguments). */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main()).setExecutionExceptionHandler(Main::report).execute(arguments));
  }

  private static int report(Exception failure, CommandLine command, Object parsed)
      throws Exception {
    if (!(failure instanceof LocalFailure)) {
      throw failure;
    }
    command.getErr().println("baedal: " + failure.getMessage());
    command.getErr().flush();
    return 1;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
