package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Alerts and dashboards query metrics that the running system really has. */
class MetricsE2E {

  private static final Path ROOT = Path.of(System.getProperty("baedal.root"));
  private static final Pattern LABEL_IN_ANNOTATION = Pattern.compile("\\$labels\\.(\\w+)");
  private static final Pattern LABEL_IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  /** An expression, where it was found, and the labels with which its result is shown. */
  private record Use(String where, String expression, Set<String> shown) {}

  @BeforeAll
  static void placeAnOrderOfEachKind() {
    var client = new Client();
    String delivered = client.placeOrder("approved");
    String cancelled = client.placeOrder("approved");
    String declined = client.placeOrder("declined");
    client.cancel(cancelled);
    client.bring(delivered, "PICKED_UP");
    ok(client.complete(delivered));
    client.awaitStatus(delivered, "DELIVERED");
    client.awaitStatus(cancelled, "CANCELLED");
    client.awaitStatus(declined, "REJECTED");
  }

  @Test
  void everyRuleAndEveryPanelFindsItsSeries() throws IOException {
    List<Use> uses = Stream.concat(rules().map(MetricsE2E::use), panelUses()).toList();
    assertThat(uses).hasSizeGreaterThan(30);

    // Micrometer checks once a minute for new metrics of Kafka's clients
    await()
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () -> {
              var metrics = MetricCatalog.scrape();
              rules()
                  .filter(rule -> rule.has("record"))
                  .forEach(
                      rule ->
                          metrics.record(
                              rule.at("/record").asText(),
                              PromQl.of(rule.at("/expr").asText()).grouping()));
              var problems = new ArrayList<String>();
              for (Use use : uses) {
                for (String problem : metrics.problems(use.expression(), use.shown())) {
                  problems.add(use.where() + ": " + problem);
                }
              }
              assertThat(problems).isEmpty();
            });
  }

  @Test
  void everyAlertHasASeverityAndASectionOfTheRunbook() throws IOException {
    Set<String> sections =
        Files.readAllLines(ROOT.resolve("docs/runbook.md")).stream()
            .filter(line -> line.startsWith("## "))
            // the other sections belong to no alert
            .filter(line -> !line.substring(3).contains(" "))
            .map(line -> "docs/runbook.md#" + line.substring(3).toLowerCase(Locale.ROOT))
            .collect(toSet());
    List<JsonNode> alerts = rules().filter(rule -> rule.has("alert")).toList();

    assertThat(alerts)
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
              assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
              assertThat(alert.at("/annotations/description").asText()).isNotBlank();
            });
    assertThat(alerts)
        .extracting(alert -> alert.at("/annotations/runbook_url").asText())
        .containsExactlyInAnyOrderElementsOf(sections);
  }

  @Test
  void everyPanelIsExplainedAndQueriesTheChosenDataSource() throws IOException {
    assertThat(dashboards())
        .isNotEmpty()
        .allSatisfy(
            dashboard ->
                assertThat(panels(dashboard))
                    .isNotEmpty()
                    .allSatisfy(
                        panel -> {
                          assertThat(panel.at("/title").asText()).isNotBlank();
                          assertThat(panel.at("/description").asText()).isNotBlank();
                          assertThat(panel.at("/targets"))
                              .isNotEmpty()
                              .allMatch(target -> !target.at("/expr").asText().isBlank());
                          assertThat(panel.findValuesAsText("uid")).containsOnly("${datasource}");
                        }));
  }

  @Test
  void prometheusScrapesEveryService() throws IOException {
    JsonNode lookUps = yaml("local/compose/prometheus.yml").at("/scrape_configs/0/dns_sd_configs");

    assertThat(lookUps)
        .extracting(one -> Map.entry(one.at("/names/0").asText(), one.at("/port").asInt()))
        .containsExactlyInAnyOrderElementsOf(
            Part.services().stream()
                .collect(toMap(Part::label, part -> part.defaultPort() + Ports.TO_MANAGEMENT))
                .entrySet());
  }

  private static Stream<JsonNode> rules() throws IOException {
    return children(yaml("charts/baedal/files/alerts.yaml").at("/groups"))
        .flatMap(group -> children(group.at("/rules")));
  }

  private static Use use(JsonNode rule) {
    return new Use(
        rule.path("alert").asText() + rule.path("record").asText(),
        rule.at("/expr").asText(),
        labels(LABEL_IN_ANNOTATION, rule.at("/annotations").toString()));
  }

  private static Stream<Use> panelUses() throws IOException {
    return dashboards().stream()
        .flatMap(dashboard -> panels(dashboard).stream())
        .flatMap(
            panel ->
                children(panel.at("/targets"))
                    .map(
                        target ->
                            new Use(
                                panel.at("/title").asText(),
                                target.at("/expr").asText(),
                                labels(LABEL_IN_LEGEND, target.at("/legendFormat").asText()))));
  }

  private static List<JsonNode> panels(JsonNode dashboard) {
    return children(dashboard.at("/panels"))
        .filter(panel -> !panel.at("/type").asText().equals("row"))
        .toList();
  }

  private static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    try (var files = Files.newDirectoryStream(ROOT.resolve("charts/baedal/dashboards"), "*.json")) {
      for (Path file : files) {
        dashboards.add(Http.JSON.readTree(file.toFile()));
      }
    }
    return dashboards;
  }

  private static JsonNode yaml(String file) throws IOException {
    try (var reader = Files.newBufferedReader(ROOT.resolve(file))) {
      return Http.JSON.valueToTree(new Yaml().load(reader));
    }
  }

  private static Set<String> labels(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(toSet());
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
