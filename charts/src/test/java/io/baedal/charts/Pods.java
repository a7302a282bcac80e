package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The pods of one workload: its owner and the template that they are made from. */
record Pods(Manifest owner, JsonNode template) {

  Map<String, String> labels() {
    return Manifest.strings(template.at("/metadata/labels"));
  }

  JsonNode spec() {
    return template.path("spec");
  }

  List<JsonNode> containers() {
    return elements(spec().path("containers")).toList();
  }

  /** Init containers first. */
  List<JsonNode> allContainers() {
    return Stream.concat(elements(spec().path("initContainers")), containers().stream()).toList();
  }

  Stream<JsonNode> volumes() {
    return elements(spec().path("volumes"));
  }

  /** The number of a container port, given by its number or its name. */
  OptionalInt port(JsonNode numberOrName) {
    return containers().stream()
        .flatMap(container -> elements(container.path("ports")))
        .filter(
            port ->
                numberOrName.isInt()
                    ? port.path("containerPort").asInt() == numberOrName.asInt()
                    : port.path("name").asText().equals(numberOrName.asText()))
        .mapToInt(port -> port.path("containerPort").asInt())
        .findFirst();
  }

  /** Whether these pods run permanently, not once to completion. */
  boolean serve() {
    return owner.kind().equals("Deployment") || owner.kind().equals("StatefulSet");
  }

  @Override
  public String toString() {
    return owner.toString();
  }
}
