package io.baedal.local;

import io.baedal.local.command.AuditCommand;
import io.baedal.local.command.DeadLettersCommand;
import io.baedal.local.command.EventsCommand;
import io.baedal.local.command.MenuCommand;
import io.baedal.local.command.MigrateCommand;
import io.baedal.local.command.OrderCommand;
import io.baedal.local.command.ReconcileCommand;
import io.baedal.local.command.RepublishCommand;
import io.baedal.local.command.TokenCommand;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.launcher.RunCommand;
import io.baedal.local.launcher.UpCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: what {@code ./baedal} runs. */
@Command(
    name = "baedal",
    description = "Runs the Baedal food-order system on this machine, and inspects it.",
    subcommands = {
      UpCommand.class,
      RunCommand.class,
      OrderCommand.class,
      MenuCommand.class,
      TokenCommand.class,
      EventsCommand.class,
      DeadLettersCommand.class,
      AuditCommand.class,
      ReconcileCommand.class,
      MigrateCommand.class,
      RepublishCommand.class,
      CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Fault, fuzz, overload and measuring runs, each with its own system:",
      "  ./baedal faults --help",
      "  ./baedal fuzz --help",
      "  ./baedal overload --help",
      "  ./baedal bench --help"
    },
    mixinStandardHelpOptions = true)
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command; exits with 0, 1 (failure) or 2 (invalid arguments). */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::report);
  }

  private static int report(Exception failure, CommandLine command, Object parsed)
      throws Exception {
    if (!(failure instanceof LocalFailure)) {
      throw failure;
    }
    PrintWriter errors = command.getErr();
    errors.println("baedal: " + failure.getMessage());
    errors.flush();
    return 1;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
