package io.baedal.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.Main;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DeadLettersCommandTest {
  @TempDir Path data;
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @CsvSource({"show,--id ID", "replay,--all", "list --limit 0,--limit", "fly,Usage"})
  void rejectsInvalidArguments(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void reportsThatNothingRuns() {
    int port = Ports.free().of(Part.KAFKA);

    assertThat(run("--data", data.toString(), "--port", "kafka=" + port)).isOne();
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .endsWith("start the system first with ./baedal up");
  }

  @Test
  void namesTheClusterThatCannotBeReached() {
    assertThat(run("--bootstrap-servers", "kafka.invalid:9092")).isOne();
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("baedal: Kafka at kafka.invalid:9092: ");
  }

  @Test
  void namesAConfigurationThatCannotBeRead() {
    Path missing = data.resolve("client.properties");

    assertThat(run("--bootstrap-servers", "localhost:1", "--command-config", "" + missing)).isOne();
    assertThat(errors.toString()).startsWith("baedal: Cannot read " + missing);
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setErr(new PrintWriter(errors, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "dead-letters";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }
}
