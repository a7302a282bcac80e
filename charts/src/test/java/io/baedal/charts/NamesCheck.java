package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names, labels and ports are unique and valid for an API server; no schema checks this. A port
 * names its protocol: older API servers refuse one without it in a server-side apply, which is how
 * Helm 4 installs.
 */
final class NamesCheck {

  // stricter than needed for most kinds, right for Services and pods
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final Pattern LABEL_NAME =
      Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  private final Problems problems = new Problems();

  private NamesCheck() {}

  static List<String> problems(Render render) {
    NamesCheck check = new NamesCheck();
    check.once("rendered", render.objects().stream().map(Manifest::toString), "object");
    render.objects().forEach(check::object);
    render.pods().forEach(check::pods);
    return check.problems.found();
  }

  private void object(Manifest object) {
    name(object, object.name());
    labels(object, object.labels());
    object.annotations().keySet().forEach(name -> label(object, name, ""));
    once(
        object, elements(object.at("/spec/ports")).map(port -> port.path("port").asText()), "port");
    protocols(object, object.at("/spec/ports"));
  }

  private void pods(Pods pods) {
    labels(pods, pods.labels());
    once(pods, pods.volumes().map(volume -> volume.path("name").asText()), "volume");
    for (JsonNode container : pods.allContainers()) {
      name(pods, container.path("name").asText());
      once(pods, texts(container.path("env"), "name"), "variable");
      once(pods, texts(container.path("volumeMounts"), "mountPath"), "mount path");
      once(pods, texts(container.path("ports"), "name"), "port name");
      protocols(pods, container.path("ports"));
      texts(container.path("ports"), "name")
          .forEach(
              name ->
                  problems.unless(
                      PORT_NAME.matcher(name).matches(), pods, "bad port name " + name));
    }
  }

  private void protocols(Object subject, JsonNode ports) {
    elements(ports)
        .forEach(port -> problems.unless(port.has("protocol"), subject, "no protocol: " + port));
  }

  private void name(Object subject, String name) {
    problems.unless(NAME.matcher(name).matches(), subject, "bad name " + name);
  }

  private void labels(Object subject, Map<String, String> labels) {
    labels.forEach((name, value) -> label(subject, name, value));
  }

  private void label(Object subject, String name, String value) {
    problems.unless(LABEL_NAME.matcher(name).matches(), subject, "bad label " + name);
    problems.unless(LABEL_VALUE.matcher(value).matches(), subject, "bad label value " + value);
  }

  private void once(Object subject, Stream<String> names, String what) {
    Set<String> seen = new HashSet<>();
    names.forEach(name -> problems.unless(seen.add(name), subject, what + " twice: " + name));
  }

  private static Stream<String> texts(JsonNode list, String field) {
    return elements(list).map(element -> element.path(field).asText());
  }
}
