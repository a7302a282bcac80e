package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts and dashboards are delivered completely. */
class MonitoringTest {

  private static final Render RENDER = Installations.production().render();

  @Test
  void deliversEachAlertAsItIsWritten() {
    JsonNode written = Yaml.document(Project.read(Project.CHART.resolve("files/alerts.yaml")));

    assertThat(written.path("groups")).isNotEmpty();
    assertThat(RENDER.get("PrometheusRule", "baedal-alerts").at("/spec")).isEqualTo(written);
  }

  @Test
  void deliversEachDashboardAsItIsWritten() throws IOException {
    List<Path> dashboards;
    try (Stream<Path> files = Files.list(Project.CHART.resolve("dashboards"))) {
      dashboards = files.toList();
    }

    assertThat(dashboards).isNotEmpty();
    for (Path dashboard : dashboards) {
      String file = dashboard.getFileName().toString();
      Manifest configMap = RENDER.get("ConfigMap", "baedal-dashboard-" + file.replace(".json", ""));

      assertThat(configMap.labels()).containsEntry("grafana_dashboard", "1");
      assertThat(Yaml.JSON.readTree(configMap.at("/data").path(file).asText()))
          .isEqualTo(Yaml.JSON.readTree(Project.read(dashboard)));
    }
  }

  @Test
  void isOffUnlessAskedFor() {
    assertThat(Installations.minimal().render().all("ServiceMonitor", "PrometheusRule")).isEmpty();
    assertThat(Installations.minimal().render().objects())
        .noneMatch(
            object -> object.json().findValues("grafana_dashboard").contains(new TextNode("1")));
  }
}
