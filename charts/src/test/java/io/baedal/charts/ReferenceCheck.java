package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The objects that pods refer to exist: they are rendered, or they are named in the values and the
 * operator provides them.
 */
final class ReferenceCheck {

  // a name without a dot is in the namespace of the release
  private static final Pattern ADDRESS_IN_THE_RELEASE =
      Pattern.compile("(?:^|//)([a-z0-9-]+):([0-9]+)");

  private static final List<String> NAMING = List.of("existingSecret", "secretName");
  private static final List<String> NAMING_INSIDE =
      List.of("secretRef", "configMapRef", "configMap", "serviceAccount");

  private final Render render;
  private final Set<String> named = new HashSet<>();
  private final Problems problems = new Problems();

  private ReferenceCheck(Render render, Values values) {
    this.render = render;
    collectNames(Yaml.JSON.valueToTree(values.tree()));
  }

  static List<String> problems(Render render, Values values) {
    ReferenceCheck check = new ReferenceCheck(render, values);
    render.pods().forEach(check::pods);
    return check.problems.found();
  }

  private void pods(Pods pods) {
    JsonNode spec = pods.spec();
    String account = spec.path("serviceAccountName").asText("default");
    problems.unless(
        account.equals("default") || exists("ServiceAccount", account),
        pods,
        "no ServiceAccount " + account);
    pods.volumes().forEach(volume -> volume(pods, volume));
    for (JsonNode container : pods.allContainers()) {
      container.path("volumeMounts").forEach(mount -> mount(pods, mount.path("name").asText()));
      for (JsonNode source : container.path("envFrom")) {
        source(pods, "ConfigMap", source.path("configMapRef"), "name");
        source(pods, "Secret", source.path("secretRef"), "name");
      }
      for (JsonNode variable : container.path("env")) {
        source(pods, "ConfigMap", variable.at("/valueFrom/configMapKeyRef"), "name");
        source(pods, "Secret", variable.at("/valueFrom/secretKeyRef"), "name");
      }
      Environment.of(render, container).settings().values().forEach(value -> address(pods, value));
    }
  }

  private void volume(Pods pods, JsonNode volume) {
    source(pods, "ConfigMap", volume.path("configMap"), "name");
    source(pods, "Secret", volume.path("secret"), "secretName");
    source(pods, "PersistentVolumeClaim", volume.path("persistentVolumeClaim"), "claimName");
    for (JsonNode projected : volume.at("/projected/sources")) {
      source(pods, "ConfigMap", projected.path("configMap"), "name");
      source(pods, "Secret", projected.path("secret"), "name");
    }
  }

  /** Checks the referenced object and each referenced key. */
  private void source(Pods pods, String kind, JsonNode reference, String nameField) {
    if (reference.isMissingNode()) {
      return;
    }
    String name = reference.path(nameField).asText();
    problems.unless(exists(kind, name), pods, "no " + kind + " " + name);
    render
        .find(kind, name)
        .ifPresent(
            object ->
                keys(reference)
                    .forEach(
                        key ->
                            problems.unless(
                                object.at("/data").has(key), pods, object + " has no key " + key)));
  }

  private static Stream<String> keys(JsonNode reference) {
    return Stream.concat(
            Stream.of(reference.path("key")),
            elements(reference.path("items")).map(item -> item.path("key")))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private void mount(Pods pods, String volume) {
    Stream<String> claimed =
        elements(pods.owner().at("/spec/volumeClaimTemplates"))
            .map(claim -> claim.at("/metadata/name").asText());
    Stream<String> volumes = pods.volumes().map(v -> v.path("name").asText());
    problems.unless(
        Stream.concat(claimed, volumes).anyMatch(volume::equals), pods, "no volume " + volume);
  }

  private void address(Pods pods, String value) {
    Matcher address = ADDRESS_IN_THE_RELEASE.matcher(value);
    while (address.find()) {
      String port = address.group(2);
      problems.unless(
          address.group(1).equals("localhost")
              || render.find("Service", address.group(1)).stream()
                  .flatMap(service -> elements(service.at("/spec/ports")))
                  .anyMatch(open -> open.path("port").asText().equals(port)),
          pods,
          "nothing answers at " + address.group(1) + ":" + port);
    }
  }

  private boolean exists(String kind, String name) {
    return named.contains(name) || render.find(kind, name).isPresent();
  }

  private void collectNames(JsonNode values) {
    NAMING.forEach(field -> named.add(values.path(field).asText()));
    NAMING_INSIDE.forEach(field -> named.add(values.path(field).path("name").asText()));
    values.forEach(this::collectNames);
  }
}
