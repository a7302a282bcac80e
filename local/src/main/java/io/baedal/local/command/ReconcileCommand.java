package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Pause;
import io.baedal.local.common.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Starts a comparison of all services in the orchestrator, and lists the orders on which they
 * disagree.
 */
@Command(
    name = "reconcile",
    description = {
      "Compares the services' data of each order, and lists the orders on which they disagree.",
      "Exit code: 0 without disagreements, 1 with some or if the comparison failed."
    },
    mixinStandardHelpOptions = true)
public final class ReconcileCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(300);
  private static final int PAGE = 100;
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private Operator operator = new Operator();

  @Option(
      names = "--since",
      paramLabel = "SPAN|TIME",
      converter = Since.class,
      description = {
        "Orders that changed in the last 30m, 12h or 7d, or since 2026-01-31T18:30:00Z",
        "(default: the orchestrator's setting, 7d)."
      })
  private @Nullable Instant since;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Lists the N oldest disagreements (default: 100).")
  private int limit = PAGE;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Waits this long for the comparison (default: 600).")
  private long timeoutSeconds = 600;

  private final ReconcileText text = new ReconcileText(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (limit < 1 || timeoutSeconds < 1) {
      throw new ParameterException(spec.commandLine(), "--limit and --timeout must be 1 or more");
    }
    String body = body();
    OperatorClient orchestrator = operator.client();
    PrintWriter out = spec.commandLine().getOut();
    try {
      JsonNode ended = awaitEnd(orchestrator, orchestrator.post("/reconciliations", body));
      return list(orchestrator, ended, out);
    } finally {
      out.flush();
    }
  }

  private String body() {
    return since == null ? "{}" : JSON.createObjectNode().put("from", since.toString()).toString();
  }

  private JsonNode awaitEnd(OperatorClient orchestrator, JsonNode begun) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    JsonNode reconciliation = begun;
    String reported = "";
    while (field(reconciliation, "endedAt").isNull()) {
      String failure = Terminal.oneLine(field(reconciliation, "failure").asText(""));
      if (!field(reconciliation, "failure").isNull() && !failure.equals(reported)) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("baedal: waiting: " + failure);
        errors.flush();
        reported = failure;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new LocalFailure(
            "Not compared within %d s%s"
                .formatted(timeoutSeconds, reported.isEmpty() ? "." : ": " + reported));
      }
      Pause.of(POLL);
      reconciliation = orchestrator.get("/reconciliations/" + field(begun, "id").asText());
    }
    return reconciliation;
  }

  private int list(OperatorClient orchestrator, JsonNode ended, PrintWriter out) {
    String compared =
        "Compared %d orders that changed before %s"
            .formatted(field(ended, "orders").asInt(), text.time(field(ended, "to").asText()));
    int shown = 0;
    @Nullable String next = "";
    while (next != null && shown < limit) {
      int size = Math.min(PAGE, limit - shown);
      JsonNode page =
          orchestrator.get(
              "/disagreements?size=" + size + (next.isEmpty() ? "" : "&after=" + next));
      for (JsonNode item : field(page, "items")) {
        if (shown++ == 0) {
          out.println(ReconcileText.HEADER);
        }
        out.println(text.line(item));
      }
      next = field(page, "next").textValue();
    }
    if (shown == 0) {
      out.println(compared + ": no disagreement.");
      return 0;
    }
    out.printf(
        "%s: %s%d %s%s.%n",
        compared,
        next == null ? "" : "more than ",
        shown,
        shown == 1 ? "disagreement" : "disagreements",
        next == null ? "" : "; --limit N shows more");
    return 1;
  }
}
