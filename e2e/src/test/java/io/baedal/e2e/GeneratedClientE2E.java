package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that a public generator makes from the gateway's API can read the answers. */
class GeneratedClientE2E {

  private static final List<String> DOCUMENTS =
      List.of("order", "order-view", "payment", "delivery");

  private static final Path SOURCES =
      Path.of(System.getProperty("baedal.root"), "e2e", "src", "test", "client");

  @TempDir Path directory;

  @Test
  void readsRealAnswers() throws Exception {
    assumeThat(isInstalled("npm")).as("npm is not installed").isTrue();
    for (String file : List.of("package.json", "package-lock.json", "generate.js", "read.js")) {
      Files.copy(SOURCES.resolve(file), directory.resolve(file));
    }
    URI gateway = RunningSystem.get().address(Part.GATEWAY);
    Path documents = Files.createDirectory(directory.resolve("documents"));
    for (String document : DOCUMENTS) {
      Files.writeString(
          documents.resolve(document + ".json"),
          Http.get(gateway.resolve("/openapi/" + document)).raw().body());
    }

    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    run("node", "generate.js", documents.toString());
    assertThat(run("node", "read.js", documents.toString(), gateway.toString()))
        .contains("read the order ");
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("AUTHORIZATION", RunningSystem.bearer(Account.OPERATOR));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean isInstalled(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }
}
