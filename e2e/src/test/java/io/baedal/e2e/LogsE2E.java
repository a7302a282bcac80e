package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Account;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The logs of the run until now, of every part, with the calls of this test at their end. */
class LogsE2E {

  /** The beginning of a JSON Web Token: {@code {"} in Base64. */
  private static final String TOKEN = "eyJ";

  private final LocalSystem system = RunningSystem.get();
  private final Client client = new Client();

  @Test
  void haveNeitherTokensNorPasswords() throws IOException {
    String id = client.placeOrder("answer-lost");
    client.awaitTimeline(id, "STORE_REQUESTED");
    assertThat(client.cancel(id).status()).isEqualTo(202);
    String changed = RunningSystem.bearer(Account.CUSTOMER) + "x";
    for (Part part : List.of(Part.ORDER, Part.GATEWAY, Part.ORCHESTRATOR)) {
      Http.get(system.address(part).resolve("/orders/" + id), "Authorization", changed);
    }
    client.awaitStatus(id, "CANCELLED");

    List<String> secrets = secrets();
    for (Instance instance : instances()) {
      String log = Files.readString(system.log(instance));
      assertThat(log).as(instance.label()).isNotEmpty().doesNotContain(TOKEN);
      secrets.forEach(secret -> assertThat(log).as(instance.label()).doesNotContain(secret));
    }
  }

  private List<Instance> instances() {
    return Arrays.stream(Part.values()).flatMap(part -> system.instances(part).stream()).toList();
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    secrets.add(system.administrator().password());
    for (Account account : Account.values()) {
      secrets.add(system.credentials(account).password());
    }
    for (Part part : Part.services()) {
      part.database().ifPresent(database -> secrets.add(system.credentials(part).password()));
    }
    return secrets;
  }
}
