package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One rendered object. */
record Manifest(JsonNode json) {

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  /** The node at a pointer such as {@code /spec/replicas}; a missing node if there is none. */
  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  Map<String, String> labels() {
    return strings(at("/metadata/labels"));
  }

  Map<String, String> annotations() {
    return strings(at("/metadata/annotations"));
  }

  /** The pods of a workload, or a pod itself. */
  Optional<Pods> pods() {
    return switch (kind()) {
      case "Pod" -> Optional.of(new Pods(this, json));
      case "Deployment", "StatefulSet", "Job" -> Optional.of(new Pods(this, at("/spec/template")));
      default -> Optional.empty();
    };
  }

  static Map<String, String> strings(JsonNode map) {
    Map<String, String> strings = new LinkedHashMap<>();
    map.fields().forEachRemaining(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
    return strings;
  }

  static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @Override
  public String toString() {
    return kind() + "/" + name();
  }
}
