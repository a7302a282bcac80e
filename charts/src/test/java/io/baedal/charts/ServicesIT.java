package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The services understand everything that the chart and docker-compose.yml configure. */
class ServicesIT {

  static final List<String> SERVICES = Project.SERVICES;

  private static final Map<String, SpringProperties> PROPERTIES = new HashMap<>();

  /** Read by the JVM, not by Spring. */
  private static final Set<String> OF_THE_JVM = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

  @ParameterizedTest
  @FieldSource("SERVICES")
  void understandEachVariableOfTheChart(String service) {
    assertThat(
            Installations.all()
                .map(installation -> installation.getPayload())
                .filter(installation -> installation.release().equals("baedal"))
                .flatMap(installation -> variables(installation.render(), service))
                .distinct()
                .flatMap(variable -> problem(service, variable).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void understandEachVariableOfCompose(String service) {
    JsonNode environment =
        Yaml.document(Project.read(Project.ROOT.resolve("docker-compose.yml")))
            .path("services")
            .path(service)
            .path("environment");

    assertThat(environment).as("environment of " + service).isNotEmpty();
    assertThat(
            Manifest.strings(environment).entrySet().stream()
                .flatMap(variable -> problem(service, variable).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void listenWhereTheChartCallsThem(String service) {
    JsonNode container = container(Installations.small().render(), service);

    assertThat(container.at("/ports/0/containerPort").asText())
        .isEqualTo(ServiceJar.of(service).application().get("server.port"));
    assertThat(container.at("/ports/1/containerPort").asText())
        .isEqualTo(ServiceJar.of(service).managementPort());
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void haveTheHealthGroupsThatProbesUse(String service) {
    Map<String, Object> settings = ServiceJar.of(service).application();
    String groups = "management.endpoint.health.group.";

    // adds the groups liveness and readiness, which HardeningCheck requires in the probes
    assertThat(settings).containsEntry("management.endpoint.health.probes.enabled", "true");
    assertThat(settings.getOrDefault(groups + "liveness.include", "livenessState").toString())
        .isEqualTo("livenessState");
    assertThat(
            settings
                .getOrDefault(groups + "readiness.include", "readinessState")
                .toString()
                .split(",\\s*"))
        .isSubsetOf("readinessState", "db");
    assertThat(settings).doesNotContainKey("management.endpoints.web.base-path");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void showTheMetricsThatPrometheusReads(String service) {
    assertThat(
            ServiceJar.of(service).application().get("management.endpoints.web.exposure.include"))
        .asString()
        .isEqualTo("health,info,prometheus");
    assertThat(
            Installations.small()
                .with("monitoring.serviceMonitor.enabled", true)
                .render()
                .all("ServiceMonitor")
                .filter(
                    monitor ->
                        monitor.at("/spec/selector").toString().contains('"' + service + '"')))
        .singleElement()
        .extracting(monitor -> monitor.at("/spec/endpoints/0/path").asText())
        .isEqualTo("/actuator/prometheus");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void areTheImagesThatTheChartRuns(String service) {
    String version = ServiceJar.of(service).version();

    assertThat(container(Installations.small().render(), service).path("image").asText())
        .isEqualTo("baedal/" + service + ":" + version);
  }

  @Test
  void haveTheVersionOfTheChart() {
    JsonNode chart = Yaml.document(Project.read(Project.CHART.resolve("Chart.yaml")));

    assertThat(chart.path("version").asText()).isEqualTo(ServiceJar.of("order").version());
  }

  private static Stream<Map.Entry<String, String>> variables(Render render, String service) {
    return render.find("Deployment", "baedal-" + service).stream()
        .map(deployment -> Environment.of(render, container(render, service)))
        .flatMap(
            environment ->
                Stream.concat(
                    environment.settings().entrySet().stream(),
                    environment.secrets().keySet().stream()
                        .map(name -> Map.entry(name, "a secret"))));
  }

  private static Optional<String> problem(String service, Map.Entry<String, String> variable) {
    return OF_THE_JVM.contains(variable.getKey())
        ? Optional.empty()
        : PROPERTIES
            .computeIfAbsent(service, s -> new SpringProperties(ServiceJar.of(s).metadata()))
            .problem(variable.getKey(), variable.getValue());
  }

  private static JsonNode container(Render render, String service) {
    return render.get("Deployment", "baedal-" + service).pods().orElseThrow().containers().get(0);
  }
}
