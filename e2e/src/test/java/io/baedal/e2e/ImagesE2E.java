package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Builds the images and runs the system of docker-compose.yml, where there is a Docker engine. */
@EnabledIf(
    value = "io.baedal.e2e.ComposeSystem#engineIsPresent",
    disabledReason = "no Docker engine with Compose and Buildx")
class ImagesE2E {

  private static ComposeSystem system;

  @BeforeAll
  static void start() {
    system = ComposeSystem.start();
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void deliversAShortFormOrder() {
    var placed =
        Http.post(
            system.gateway().resolve("/orders"),
            "{\"orderId\": \"in-containers\", \"productName\": \"APPLE\"}",
            "Authorization",
            system.customer());
    assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
    awaitStatus(placed.body().at("/id").asText(), "DELIVERED");
  }

  @Test
  void cockpitHasItsPages() {
    var page = Http.get(system.orchestrator().resolve("/camunda/app/cockpit/default/"));
    assertThat(page.raw().body()).contains("Camunda Cockpit");
    var plugin = "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js";
    assertThat(Http.get(system.orchestrator().resolve(plugin)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @FieldSource("io.baedal.e2e.ComposeSystem#SERVICES")
  void runsWithoutRootWithoutCapabilitiesAndCannotWrite(String service) {
    assertThat(system.inspect(service, "{{.Config.User}}")).isEqualTo("10001:10001");
    assertThat(system.inspect(service, "{{.HostConfig.CapDrop}}")).isEqualTo("[ALL]");
    for (String path : new String[] {"/written", "/app/written", "/opt/java/written"}) {
      assertThatThrownBy(() -> system.exec(service, "touch", path)).isInstanceOf(Error.class);
    }
    // the image's files are not writable either, without the read-only container
    assertThat(system.exec(service, "find", "/app", "/opt/java", "-writable", "-not", "-type", "l"))
        .isBlank();
  }

  @ParameterizedTest
  @FieldSource("io.baedal.e2e.ComposeSystem#SERVICES")
  void takesTheHeapFromTheContainersMemory(String service) {
    long memory = Long.parseLong(system.inspect(service, "{{.HostConfig.Memory}}"));
    String flags = system.exec(service, "jcmd", "1", "VM.flags");
    assertThat(flags).containsPattern("-XX:MaxHeapSize=\\d+").contains("-XX:+ExitOnOutOfMemory");
    long heap = Long.parseLong(flags.replaceAll("(?s).*-XX:MaxHeapSize=(\\d+).*", "$1"));
    assertThat((double) heap / memory).isBetween(0.55, 0.65);
  }

  @ParameterizedTest
  @FieldSource("io.baedal.e2e.ComposeSystem#SERVICES")
  void carriesItsBillOfMaterials(String service) throws IOException {
    var sbom = Http.JSON.readTree(system.exec(service, "cat", "/app/sbom/application.cdx.json"));
    assertThat(sbom.at("/bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(sbom.at("/metadata/component/name").asText()).isEqualTo("baedal-" + service);
    assertThat(sbom.at("/components").findValuesAsText("name")).contains("spring-boot");
  }

  @ParameterizedTest
  @FieldSource("io.baedal.e2e.ComposeSystem#SERVICES")
  void stopsNormallyAndRestartsHealthy(String service) {
    system.compose(List.of("stop", service));
    // 128 + SIGTERM: the JVM shut down normally; killed after its grace period it would be 137
    assertThat(system.inspect(service, "{{.State.ExitCode}}")).isEqualTo("143");

    system.compose(List.of("start", service));
    await(service + " to be healthy again")
        .atMost(Client.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> system.inspect(service, "{{.State.Health.Status}}").equals("healthy"));
  }

  private static void awaitStatus(String id, String status) {
    String customer = system.customer();
    await("order " + id + " to become " + status)
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Http.get(
                                system.gateway().resolve("/order-views/" + id),
                                "Authorization",
                                customer)
                            .body()
                            .at("/status")
                            .asText())
                    .isEqualTo(status));
  }
}
