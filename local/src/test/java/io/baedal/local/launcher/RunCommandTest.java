package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.Main;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.common.PortsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A missing precondition is reported before anything is built. */
class RunCommandTest {
  @TempDir Path data;
  private final Ports ports = Ports.free();
  private final List<ServerSocket> listening = new ArrayList<>();
  private final StringWriter errors = new StringWriter();

  @AfterEach
  void close() throws IOException {
    for (ServerSocket socket : listening) {
      socket.close();
    }
  }

  @Test
  void reportsThatNoSystemRuns() {
    assertThat(run()).isOne();
    assertThat(errors.toString()).isEqualToIgnoringNewLines(nothingRuns());
  }

  @Test
  void reportsThatTheSystemHasBeenKilled() throws IOException {
    PortsFile.write(data, ports);
    listen(Part.POSTGRES);

    assertThat(run()).isOne();
    assertThat(errors.toString()).isEqualToIgnoringNewLines(nothingRuns());
  }

  @Test
  void reportsThatTheSystemIncludesTheService() throws IOException {
    up(Part.PAYMENT);

    assertThat(run()).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "baedal: The running system includes order; start it with"
                + " ./baedal up --without order");
  }

  @Test
  void reportsThatThePortIsTaken() throws IOException {
    up(Part.ORDER);
    listen(Part.ORDER);

    assertThat(run()).isOne();
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "baedal: Port "
                + ports.of(Part.ORDER)
                + " (order) is taken; stop what listens there first.");
  }

  private String nothingRuns() {
    return "baedal: No system runs on " + data + "; start one with ./baedal up --without order";
  }

  private void up(Part without) throws IOException {
    listen(Part.POSTGRES);
    listen(Part.KAFKA);
    LocalOptions options = LocalOptions.in(data).data(data).ports(ports).build();
    new SettingsFiles(options, List.of(without)).write();
  }

  private void listen(Part part) throws IOException {
    listening.add(new ServerSocket(ports.of(part), 1, InetAddress.getLoopbackAddress()));
  }

  private int run() {
    CommandLine command = Main.commandLine();
    command.setErr(new PrintWriter(errors, true));
    return command.execute("run", "order", "--data", data.toString());
  }
}
