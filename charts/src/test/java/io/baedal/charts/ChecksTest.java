package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check finds its kind of fault, which is injected into a valid render. */
class ChecksTest {

  private static final Installation GOOD =
      Installations.production().with("common.autoscaling.enabled", true);

  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  private static final Function<Render, List<String>> NAMES = NamesCheck::problems;
  private static final Function<Render, List<String>> SELECTORS = SelectorCheck::problems;
  private static final Function<Render, List<String>> REFERENCES =
      render -> ReferenceCheck.problems(render, GOOD.values());
  private static final Function<Render, List<String>> HARDENING = HardeningCheck::problems;
  private static final Function<Render, List<String>> SECRETS = SecretCheck::problems;

  @ParameterizedTest(name = "{4}")
  @MethodSource
  void find(
      Function<Render, List<String>> check,
      String kind,
      String name,
      Consumer<ObjectNode> fault,
      String problem) {
    Render good = GOOD.render();

    assertThat(check.apply(good)).isEmpty();
    assertThat(check.apply(good.changed(kind, name, fault)))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  static Stream<Arguments> find() {
    return Stream.of(
        // names
        order(NAMES, "Service", set("/metadata", "name", "Baedal_Order"), "bad name"),
        order(NAMES, "Service", set("/metadata", "name", "baedal-payment"), "object twice"),
        order(NAMES, "Service", set("/metadata/labels", "team", "a b"), "bad label value"),
        order(
            NAMES,
            "Deployment",
            set(CONTAINER + "/ports/0", "name", "a-name-too-long-for-it"),
            "bad port name"),
        order(NAMES, "Service", remove("/spec/ports/0", "protocol"), "no protocol"),
        order(NAMES, "Deployment", remove(CONTAINER + "/ports/0", "protocol"), "no protocol"),
        order(NAMES, "Deployment", again(CONTAINER + "/env"), "variable twice"),
        order(NAMES, "Deployment", again(CONTAINER + "/volumeMounts"), "mount path twice"),
        // selectors and ports
        order(
            SELECTORS, "Service", set("/spec/selector", "app", "other"), "selects the pods of []"),
        order(
            SELECTORS,
            "Service",
            set("/spec/ports/0", "targetPort", "https"),
            "has no port \"https\""),
        order(
            SELECTORS,
            "PodDisruptionBudget",
            set("/spec/selector/matchLabels", "a", "b"),
            "selects the pods of []"),
        order(
            SELECTORS,
            "NetworkPolicy",
            set("/spec/podSelector/matchLabels", "a", "b"),
            "selects the pods of []"),
        order(
            SELECTORS,
            "Deployment",
            set("/spec/selector/matchLabels", "a", "b"),
            "does not select its own pods"),
        order(SELECTORS, "Deployment", set("/spec", "replicas", "2"), "which its autoscaler does"),
        order(
            SELECTORS,
            "Deployment",
            set(POD + "/topologySpreadConstraints/0/labelSelector/matchLabels", "a", "b"),
            "spreads other pods"),
        order(
            SELECTORS,
            "HorizontalPodAutoscaler",
            set("/spec/scaleTargetRef", "name", "orders"),
            "scales no existing workload"),
        plant(
            SELECTORS,
            "ServiceMonitor",
            "baedal-metrics",
            set("/spec/selector/matchLabels", "a", "b"),
            "watch []"),
        plant(
            SELECTORS,
            "ServiceMonitor",
            "baedal-metrics",
            set("/spec/endpoints/0", "port", "metrics"),
            "with a port metrics"),
        plant(
            SELECTORS,
            "Ingress",
            "baedal-gateway",
            set("/spec/rules/0/http/paths/0/backend/service", "name", "door"),
            "no Service door"),
        // references
        order(
            REFERENCES,
            "Deployment",
            set(CONTAINER + "/envFrom/0/configMapRef", "name", "orders"),
            "no ConfigMap orders"),
        order(
            REFERENCES,
            "Deployment",
            set(CONTAINER + "/env/0/valueFrom/secretKeyRef", "name", "orders-db"),
            "no Secret orders-db"),
        order(
            REFERENCES,
            "Deployment",
            set(POD, "serviceAccountName", "nobody"),
            "no ServiceAccount nobody"),
        order(
            REFERENCES,
            "Deployment",
            set(POD + "/volumes/0", "name", "temporary"),
            "no volume tmp"),
        plant(
            REFERENCES,
            "ConfigMap",
            "baedal-gateway",
            set("/data", "GATEWAY_ROUTES_ORDER_URL", "http://baedal-order:8080"),
            "nothing answers at baedal-order:8080"),
        // hardening
        order(
            HARDENING,
            "Deployment",
            set(POD + "/securityContext", "runAsNonRoot", "no"),
            "securityContext without runAsNonRoot"),
        order(
            HARDENING,
            "Deployment",
            remove(POD + "/securityContext", "runAsUser"),
            "runAsUser may be root's"),
        order(
            HARDENING,
            "Deployment",
            remove(POD, "automountServiceAccountToken"),
            "automountServiceAccountToken is not off"),
        order(HARDENING, "Deployment", set(POD, "hostNetwork", "true"), "hostNetwork is set"),
        order(
            HARDENING,
            "Deployment",
            remove(CONTAINER + "/securityContext", "capabilities"),
            "a container with securityContext"),
        order(
            HARDENING,
            "Deployment",
            remove(CONTAINER + "/resources/limits", "memory"),
            "no /limits/memory"),
        order(
            HARDENING,
            "Deployment",
            set(CONTAINER, "image", "baedal/order:latest"),
            "image without a version"),
        order(HARDENING, "Deployment", remove(CONTAINER, "startupProbe"), "no startupProbe"),
        order(
            HARDENING,
            "Deployment",
            set(CONTAINER + "/livenessProbe/httpGet", "path", "/actuator/health"),
            "a probe asks /actuator/health,"),
        order(
            HARDENING,
            "Deployment",
            set(CONTAINER + "/readinessProbe/httpGet", "port", "http"),
            "a probe asks port http"),
        order(
            HARDENING,
            "Deployment",
            set("/spec/strategy/rollingUpdate", "maxUnavailable", "1"),
            "an update stops pods first"),
        order(
            HARDENING,
            "Deployment",
            remove(CONTAINER + "/lifecycle", "preStop"),
            "no time to stop"),
        order(
            HARDENING,
            "Deployment",
            set(CONTAINER + "/volumeMounts/0", "mountPath", "/var"),
            "no writable /tmp"),
        // secrets: plain, and in base64
        plant(
            SECRETS,
            "ConfigMap",
            "baedal-order",
            set("/data", "A", "x password-of-order"),
            "shows [password-of-order]"),
        order(
            SECRETS,
            "Deployment",
            set("/metadata/annotations", "a", "cGFzc3dvcmQtb2Ytb3JkZXI="),
            "shows [password-of-order]"));
  }

  private static Arguments order(
      Function<Render, List<String>> check,
      String kind,
      Consumer<ObjectNode> fault,
      String problem) {
    return plant(check, kind, "baedal-order", fault, problem);
  }

  private static Arguments plant(
      Function<Render, List<String>> check,
      String kind,
      String name,
      Consumer<ObjectNode> fault,
      String problem) {
    return arguments(check, kind, name, fault, problem);
  }

  private static Consumer<ObjectNode> set(String pointer, String field, String value) {
    return object -> object.withObject(pointer).put(field, value);
  }

  private static Consumer<ObjectNode> remove(String pointer, String field) {
    return object -> object.withObject(pointer).remove(field);
  }

  /** Repeats the first element of a list. */
  private static Consumer<ObjectNode> again(String pointer) {
    return object -> {
      JsonNode list = object.at(pointer);
      ((ArrayNode) list).add(list.get(0).deepCopy());
    };
  }
}
