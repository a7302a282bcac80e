package io.baedal.local.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which all commands find the same system. */
public final class Place {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:BAEDAL_DATA}",
      description = "Where databases, logs and passwords are kept (default: .baedal).")
  private @Nullable Path data;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "${env:BAEDAL_PORT_OFFSET:-0}",
      description = "Moves every port up by N (environment: BAEDAL_PORT_OFFSET).")
  private int portOffset;

  @Option(
      names = "--port",
      paramLabel = "PART=PORT",
      description = "The port of one part, such as gateway=9000; may be repeated.")
  private Map<String, Integer> ports = new LinkedHashMap<>();

  /** The repository; if not given, the jar of this class lies in its {@code local/target}. */
  public static Path root() {
    String root = System.getProperty("baedal.root", "");
    return root.isEmpty()
        ? JavaCommand.ownCode().resolve("../../..").normalize()
        : Path.of(root).toAbsolutePath().normalize();
  }

  public Path data() {
    return (data == null || data.toString().isEmpty() ? root().resolve(".baedal") : data)
        .toAbsolutePath()
        .normalize();
  }

  public Ports ports() {
    Ports chosen = Ports.withOffset(portOffset);
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      Part part =
          Part.named(port.getKey())
              .orElseThrow(() -> new LocalFailure("There is no part named " + port.getKey() + "."));
      chosen = chosen.with(part, port.getValue());
    }
    return chosen;
  }

  /** The tokens of an account of the local system; fails if none ever ran here. */
  public Tokens tokens(Account account) {
    URI provider = runningPorts().url(Part.IDENTITY);
    String password =
        new Passwords(data()).known(account).orElseThrow(() -> NotRunning.at(provider.toString()));
    return new Tokens(provider, new Credentials(account.username(), password));
  }

  /** The ports of the system that runs on this data directory; the requested ones if none runs. */
  public Ports runningPorts() {
    return PortsFile.read(data()).orElseGet(this::ports);
  }
}
