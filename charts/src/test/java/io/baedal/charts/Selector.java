package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A label selector, as in a Deployment or NetworkPolicy; an empty one selects everything. */
record Selector(JsonNode json) {

  /** A Service's selector: just labels. */
  static Selector ofLabels(JsonNode labels) {
    return new Selector(Yaml.JSON.createObjectNode().set("matchLabels", labels));
  }

  boolean selects(Map<String, String> labels) {
    boolean allEqual =
        Manifest.strings(json.path("matchLabels")).entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    return allEqual && elements(json.path("matchExpressions")).allMatch(e -> holds(e, labels));
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    String label = labels.get(expression.path("key").asText());
    List<String> values = elements(expression.path("values")).map(JsonNode::asText).toList();
    return switch (expression.path("operator").asText()) {
      case "In" -> label != null && values.contains(label);
      case "NotIn" -> label == null || !values.contains(label);
      case "Exists" -> label != null;
      case "DoesNotExist" -> label == null;
      default -> throw new IllegalArgumentException("no operator: " + expression);
    };
  }
}
