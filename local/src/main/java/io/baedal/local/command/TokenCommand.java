package io.baedal.local.command;

import io.baedal.local.common.Account;
import io.baedal.local.common.Place;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token of the local system. */
@Command(
    name = "token",
    description = {
      "Prints an access token of the local system, for the header of a call:",
      "  curl -H \"Authorization: Bearer $(./baedal token customer)\" http://localhost:8088/orders"
    },
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Runnable {
  @Mixin private Place place = new Place();

  @Parameters(
      paramLabel = "ACCOUNT",
      description = "customer, store, courier, operator, or orchestrator, which is a service.")
  private String account = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(place.tokens(Account.named(account)).get());
    out.flush();
  }
}
