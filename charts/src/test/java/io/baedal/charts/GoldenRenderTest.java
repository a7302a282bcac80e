package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example, rendered, so that a review shows the effect of a change of the chart. */
class GoldenRenderTest {

  @ParameterizedTest
  @ValueSource(strings = {"small", "production", "autoscaled"})
  void isUnchanged(String example) {
    Render render = Installation.of(Installations.EXAMPLES.get(example)).render();

    Golden.verify(
        Project.RESOURCES.resolve("golden").resolve(example + ".yaml"),
        withoutVersion(withoutCopies(render.text())));
  }

  /** A release changes only the version. */
  private static String withoutVersion(String text) {
    String chart = Project.read(Project.CHART.resolve("Chart.yaml"));
    return text.replace(Yaml.document(chart).path("version").asText(), "VERSION");
  }

  /** Dashboards and alerts are copies of their files, see MonitoringTest. */
  private static String withoutCopies(String text) {
    return Stream.of(text.split("(?=---\\n# Source)"))
        .filter(object -> !object.contains("# Source: baedal/templates/monitoring/dashboards.yaml"))
        .filter(object -> !object.contains("# Source: baedal/templates/monitoring/prometheusrule"))
        .collect(Collectors.joining());
  }

  @Test
  void existsForEveryExample() throws IOException {
    try (Stream<Path> files = Files.list(Project.CHART.resolve("examples"))) {
      Set<String> examples =
          files
              .map(file -> file.getFileName().toString().replace(".yaml", ""))
              .collect(Collectors.toSet());

      assertThat(examples).isEqualTo(Installations.EXAMPLES.keySet());
    }
  }
}
