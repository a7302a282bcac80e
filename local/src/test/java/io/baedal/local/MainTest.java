package io.baedal.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.common.PortsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  @TempDir Path data;
  private final StringWriter errors = new StringWriter();
  private final StringWriter output = new StringWriter();

  @Test
  void printsUsageForAnUnknownCommandAndFails() {
    assertThat(run("fly")).isNotZero();
    assertThat(errors.toString()).contains("fly").contains("Usage: baedal");
  }

  @Test
  void printsUsageWithoutACommandAndFails() {
    assertThat(run()).isNotZero();
    assertThat(errors.toString()).contains("Usage: baedal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void helpNamesEveryCommand(String help) {
    assertThat(run(help)).isZero();
    assertThat(output.toString())
        .contains(
            "up",
            "run",
            "order",
            "menu",
            "token",
            "events",
            "dead-letters",
            "audit",
            "reconcile",
            "migrate",
            "republish")
        .contains("./baedal faults", "./baedal fuzz", "./baedal overload");
  }

  @Test
  void orderRefusesAStatusThatDoesNotExistAndNamesThoseThatDo() {
    assertThat(run("order", "--cancel-after", "NOSUCH")).isNotZero();
    assertThat(errors.toString()).contains("NOSUCH", "STORE_ACCEPTED", "PICKED_UP");
  }

  @Test
  void upRefusesATakenPortInOneLine() throws IOException {
    Ports ports = Ports.free();
    try (ServerSocket taken = new ServerSocket(ports.of(Part.PAYMENT))) {
      int offset = taken.getLocalPort() - Part.PAYMENT.defaultPort();

      assertThat(run("up", "--data", data.toString(), "--port-offset", "" + offset)).isOne();
      assertThat(errors.toString().lines())
          .singleElement()
          .asString()
          .startsWith("baedal: Port " + taken.getLocalPort() + " (payment) is taken");
    }
  }

  @Test
  void upRefusesATakenPortOfAFurtherInstance() throws IOException {
    Ports ports = Ports.free(2);
    try (ServerSocket taken = new ServerSocket(ports.of(new Instance(Part.GATEWAY, 2)))) {
      int offset = ports.of(Part.GATEWAY) - Part.GATEWAY.defaultPort();

      assertThat(run("up", "--replicas=2", "--data=" + data, "--port-offset=" + offset)).isOne();
      assertThat(errors.toString())
          .startsWith("baedal: Port " + taken.getLocalPort() + " (gateway 2) is taken");
    }
  }

  @Test
  void upRefusesMoreOfEachServiceThanThereArePortsFor() {
    assertThat(run("up", "--replicas=6", "--data=" + data)).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("baedal: There can be 1 to 5 of each service.");
  }

  @Test
  void refusesAPortForAnUnknownPart() {
    assertThat(run("up", "--data", data.toString(), "--port", "kitchen=1")).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines("baedal: There is no part named kitchen.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "up --without=kitchen | There is no service named kitchen; there are order, orchestrator, ",
        "up --without=order,kafka | There is no service named kafka;",
        "run kitchen | There is no service named kitchen;",
        "up --listen=203.0.113.1 | '203.0.113.1' is not an address of this machine."
      })
  void refusesUnknownServicesAndAddressesInOneLine(String arguments, String message) {
    assertThat(run((arguments + " --data=" + data).split(" "))).isOne();
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("baedal: " + message);
  }

  @Test
  void orderAndEventsReportThatNothingRuns() {
    String port = "" + Ports.free().of(Part.GATEWAY);

    assertThat(run("order", "--data", data.toString(), "--port", "gateway=" + port)).isOne();
    assertThat(run("events", "--data", data.toString(), "--port", "kafka=" + port)).isOne();
    assertThat(errors.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.endsWith("start the system first with ./baedal up"));
  }

  @Test
  void findsTheSystemThatRunsOnTheSameData() {
    Ports ports = Ports.free();
    PortsFile.write(data, ports);

    assertThat(run("order", "--data", data.toString())).isOne();
    assertThat(errors.toString()).contains("localhost:" + ports.of(Part.IDENTITY));
    assertThat(PortsFile.read(data)).contains(ports);
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setErr(new PrintWriter(errors, true));
    command.setOut(new PrintWriter(output, true));
    return command.execute(arguments);
  }
}
