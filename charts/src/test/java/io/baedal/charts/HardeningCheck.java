package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Every pod runs with few privileges, declared resources and probes, and is replaced without
 * downtime.
 */
final class HardeningCheck {

  private static final JsonNode POD_RIGHTS =
      Yaml.document("{runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}");
  private static final JsonNode CONTAINER_RIGHTS =
      Yaml.document(
          """
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities: {drop: [ALL]}
          """);

  // the limit of the orchestrator, which is the longest
  private static final int LONGEST_SHUTDOWN_SECONDS = 25;

  private final Problems problems = new Problems();

  private HardeningCheck() {}

  static List<String> problems(Render render) {
    HardeningCheck check = new HardeningCheck();
    render.pods().forEach(check::pods);
    render.all("Deployment").forEach(check::deployment);
    return check.problems.found();
  }

  private void pods(Pods pods) {
    JsonNode spec = pods.spec();
    POD_RIGHTS
        .fields()
        .forEachRemaining(
            right ->
                problems.unless(
                    spec.path("securityContext").path(right.getKey()).equals(right.getValue()),
                    pods,
                    "securityContext without " + right));
    for (String account : List.of("runAsUser", "runAsGroup", "fsGroup")) {
      problems.unless(
          spec.at("/securityContext/" + account).asInt() > 0, pods, account + " may be root's");
    }
    for (String automatic : List.of("automountServiceAccountToken", "enableServiceLinks")) {
      problems.unless(!spec.path(automatic).asBoolean(true), pods, automatic + " is not off");
    }
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      problems.unless(!spec.has(host), pods, host + " is set");
    }
    pods.volumes().forEach(v -> problems.unless(!v.has("hostPath"), pods, "mounts the host"));
    pods.allContainers().forEach(container -> container(pods, container));
  }

  private void container(Pods pods, JsonNode container) {
    problems.unless(
        container.path("securityContext").equals(CONTAINER_RIGHTS),
        pods,
        "a container with securityContext " + container.path("securityContext"));
    for (String need : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
      problems.unless(container.path("resources").at(need).isValueNode(), pods, "no " + need);
    }
    problems.unless(
        container.path("image").asText().matches(".+:[A-Za-z0-9][-A-Za-z0-9_.]*")
            && !container.path("image").asText().endsWith(":latest"),
        pods,
        "image without a version: " + container.path("image").asText());
    problems.unless(
        elements(container.path("volumeMounts"))
            .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp")),
        pods,
        "no writable /tmp");
    if (pods.serve()) {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        problems.unless(container.has(probe), pods, "no " + probe);
      }
    }
  }

  /** Checks the services only: a store has one pod, which cannot be replaced without downtime. */
  private void deployment(Manifest deployment) {
    JsonNode rolling = deployment.at("/spec/strategy/rollingUpdate");
    problems.unless(
        rolling.path("maxUnavailable").asText().equals("0"),
        deployment,
        "an update stops pods first");
    Pods pods = deployment.pods().orElseThrow();
    for (JsonNode container : pods.containers()) {
      path(deployment, container.path("startupProbe"), "/actuator/health/liveness");
      path(deployment, container.path("livenessProbe"), "/actuator/health/liveness");
      path(deployment, container.path("readinessProbe"), "/actuator/health/readiness");
      JsonNode preStop = container.at("/lifecycle/preStop/exec/command");
      problems.unless(
          preStop.path(0).asText().equals("sleep")
              && preStop.path(1).asInt() + LONGEST_SHUTDOWN_SECONDS
                  < pods.spec().path("terminationGracePeriodSeconds").asInt(),
          deployment,
          "no time to stop after " + preStop);
    }
  }

  private void path(Manifest deployment, JsonNode probe, String path) {
    String asked = probe.at("/httpGet/path").asText();
    problems.unless(asked.equals(path), deployment, "a probe asks " + asked + ", not " + path);
    // clients can use up the threads or connections of the other port
    problems.unless(
        probe.at("/httpGet/port").asText().equals("management"),
        deployment,
        "a probe asks port " + probe.at("/httpGet/port").asText());
  }
}
