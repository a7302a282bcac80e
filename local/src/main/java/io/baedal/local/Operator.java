package io.baedal.local;

import java.net.URI;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds an orchestrator and its operator: the local one, or any. */
final class Operator {

  static final String PASSWORD = "BAEDAL_OPERATOR_PASSWORD";

  @Mixin private Place place = new Place();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "An orchestrator other than that of the running local system; "
              + PASSWORD
              + " holds the operator's password then.")
  private @Nullable URI url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = LocalEnvironment.OPERATOR,
      description = "The operator's name (default: ${DEFAULT-VALUE}).")
  private String user = LocalEnvironment.OPERATOR;

  /** Calls the orchestrator; fails if it is the local one and does not run. */
  OperatorClient client() {
    if (url != null) {
      String password = System.getenv(PASSWORD);
      if (password == null) {
        throw new LocalFailure("Set " + PASSWORD + " to the password of " + user + ".");
      }
      return new OperatorClient(url, new Credentials(user, password));
    }
    int port = place.runningPorts().of(Part.ORCHESTRATOR);
    if (Ports.isFree(port) || !Files.isDirectory(place.data())) {
      throw NotRunning.at("localhost:" + port);
    }
    return new OperatorClient(
        URI.create("http://localhost:" + port),
        new Credentials(user, new Passwords(place.data()).operator()));
  }
}
