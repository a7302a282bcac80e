package io.baedal.local.command;

import static java.util.Comparator.comparing;

import io.baedal.local.command.DeadLettersLog.Found;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Terminal;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows and replays the messages that consumers could not handle. */
@Command(
    name = "dead-letters",
    description = "Lists, shows or replays messages that could not be handled.",
    mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {

  /** What to do with them. */
  enum Action {
    LIST,
    SHOW,
    REPLAY
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "list|show|replay",
      defaultValue = "list",
      description = "list (the default), show one in full, or replay.")
  private Action action = Action.LIST;

  @Mixin private DeadLettersCluster cluster = new DeadLettersCluster();

  @Option(names = "--topic", paramLabel = "T", description = "Selects the messages of one topic.")
  private @Nullable String topic;

  @Option(names = "--group", paramLabel = "G", description = "Selects those of one consumer group.")
  private @Nullable String group;

  @Option(names = "--id", paramLabel = "ID", description = "Selects one message, as listed.")
  private @Nullable String id;

  @Option(names = "--all", description = "Replays all that the other options select.")
  private boolean all;

  @Option(names = "--replayed", description = "Selects replayed messages instead of open ones.")
  private boolean replayed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Lists the newest N (default: 50).")
  private int limit = 50;

  private final DeadLettersText text = new DeadLettersText(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (action == Action.SHOW && id == null) {
      throw invalid("show needs --id ID");
    }
    if (action == Action.REPLAY && id == null && !all) {
      throw invalid("replay needs --id ID or --all");
    }
    if (limit < 1) {
      throw invalid("--limit must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      switch (action) {
        case LIST -> list(out);
        case SHOW -> show(out);
        case REPLAY -> replay(out);
      }
    } catch (KafkaException e) {
      throw new LocalFailure("Kafka at " + cluster.servers() + ": " + rootOf(e).getMessage(), e);
    } finally {
      out.flush();
    }
  }

  private void list(PrintWriter out) {
    Queue<DeadLetter> newest = new PriorityQueue<>(comparing(DeadLetter::at));
    Found found =
        read(
            letter -> {
              newest.add(letter);
              if (newest.size() > limit) {
                newest.remove();
              }
            });
    if (newest.isEmpty()) {
      out.println("No dead letters.");
      return;
    }
    out.println(DeadLettersText.HEADER);
    newest.stream()
        .sorted(comparing(DeadLetter::at).reversed())
        .map(text::line)
        .forEach(out::println);
    if (found.read() > limit) {
      out.printf("The newest %d of %d; --limit N shows more.%n", limit, found.read());
    }
  }

  private void show(PrintWriter out) {
    reportIfNone(out, read(letter -> out.println(text.details(letter))));
  }

  private void replay(PrintWriter out) {
    try (DeadLettersReplay replay = new DeadLettersReplay(cluster.settings())) {
      Found found =
          read(
              letter -> {
                replay.replay(letter);
                out.println(Terminal.oneLine("Replayed " + letter.id() + " for " + letter.group()));
                out.flush();
              });
      reportIfNone(out, found);
    }
  }

  /** Fails if there is no such dead letter, but not if it has been replayed already. */
  private void reportIfNone(PrintWriter out, Found found) {
    if (found.read() > 0) {
      return;
    }
    if (found.others() > 0) {
      out.println(
          replayed ? "Not replayed yet." : "Already replayed; add --replayed to select it.");
    } else if (id != null) {
      throw new LocalFailure("There is no such dead letter: " + id);
    } else {
      out.println("No dead letters.");
    }
  }

  private Found read(Consumer<DeadLetter> each) {
    return new DeadLettersLog(cluster.settings()).read(this::matches, replayed, each);
  }

  private boolean matches(DeadLetter letter) {
    return (topic == null || topic.equals(letter.topic()))
        && (group == null || group.equals(letter.group()))
        && (id == null || id.equals(letter.id()) || id.equals(letter.place()));
  }

  private ParameterException invalid(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : rootOf(cause);
  }
}
