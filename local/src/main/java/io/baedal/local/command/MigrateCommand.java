package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Pause;
import io.baedal.local.common.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the versions of the process, and moves running orders from one to another. */
@Command(
    name = "migrate",
    description =
        "Moves running orders to another version of the process; without a plan, lists the"
            + " versions.",
    mixinStandardHelpOptions = true)
public final class MigrateCommand implements Runnable {

  /** A busy order is usually free within two seconds. */
  private static final int ROUNDS = 10;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final JsonMapper JSON = new JsonMapper();

  private static final String LINE = "%-7s  %-12s  %7s  %-6s  %s";

  @Mixin private Operator operator = new Operator();

  @Option(names = "--plan", paramLabel = "FROM-to-TO", description = "The migration, as listed.")
  private @Nullable String plan;

  @Option(
      names = "--dry-run",
      description = "Migrates each order and rolls it back: shows what would happen.")
  private boolean dryRun;

  @Option(names = "--reason", paramLabel = "TEXT", description = "The reason, which is recorded.")
  private @Nullable String reason;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (plan != null && reason == null) {
      throw new ParameterException(spec.commandLine(), "--plan needs --reason TEXT");
    }
    if (plan == null && (dryRun || reason != null)) {
      throw new ParameterException(spec.commandLine(), "Missing option: --plan FROM-to-TO");
    }
    PrintWriter out = spec.commandLine().getOut();
    OperatorClient client = operator.client();
    try {
      if (plan != null && reason != null) {
        migrate(client, plan, reason, out);
      } else {
        list(client, out);
      }
    } finally {
      out.flush();
    }
  }

  private static void list(OperatorClient client, PrintWriter out) {
    out.println(row("VERSION", "TAG", "ORDERS", "NEW", "PLANS"));
    for (JsonNode version : field(client.get("/process-versions?size=100"), "items")) {
      List<String> plans = new ArrayList<>();
      field(version, "migrations").forEach(name -> plans.add(name.asText()));
      out.println(
          row(
              field(version, "version").asText(),
              field(version, "tag").asText("-"),
              field(version, "orders").asText(),
              field(version, "startsHere").asBoolean() ? "here" : "",
              String.join(" ", plans)));
    }
  }

  private void migrate(OperatorClient client, String plan, String reason, PrintWriter out) {
    MigrationTally tally = new MigrationTally(dryRun);
    round(client, plan, reason, tally);
    for (int round = 1; round < ROUNDS && tally.busy() > 0 && !dryRun; round++) {
      Pause.of(PAUSE);
      tally.startRound();
      round(client, plan, reason, tally);
    }
    out.println(plan + (dryRun ? ", dry run: nothing was changed" : ""));
    tally.lines().forEach(out::println);
    out.flush();
    if (tally.left() > 0) {
      throw new LocalFailure(
          tally.left()
              + (dryRun ? " orders cannot be migrated now." : " orders were not migrated."));
    }
  }

  private void round(OperatorClient client, String plan, String reason, MigrationTally tally) {
    @Nullable String after = null;
    do {
      ObjectNode body =
          JSON.createObjectNode()
              .put("plan", plan)
              .put("dryRun", dryRun)
              .put("reason", reason)
              .put("after", after);
      JsonNode page = client.post("/migrations", body.toString());
      tally.add(page);
      after = field(page, "next").textValue();
    } while (after != null);
  }

  private static String row(String... columns) {
    return Terminal.oneLine(String.format(Locale.ROOT, LINE, (Object[]) columns)).stripTrailing();
  }
}
