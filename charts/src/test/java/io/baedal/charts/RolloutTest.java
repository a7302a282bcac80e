package io.baedal.charts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods are replaced when their configuration changes, and only then. */
class RolloutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order.defaults.quantity              | 7             | baedal-order
          orchestrator.storeAnswerDeadline     | 7m            | baedal-orchestrator
          payment.env                          | {LOGGING_LEVEL_ROOT: WARN} | baedal-payment
          delivery.simulation.enabled          | true          | baedal-delivery
          order.database.password              | another       | baedal-order
          orchestrator.operator.password       | another       | baedal-orchestrator
          kafka.bootstrapServers               | other:9092    | baedal-delivery baedal-order baedal-order-view baedal-orchestrator baedal-payment
          common.javaOptions                   | -Xss512k      | baedal-delivery baedal-gateway baedal-order baedal-order-view baedal-orchestrator baedal-payment
          common.replicas                      | 5             | ''
          gateway.ingress.annotations          | {a: b}        | ''
          monitoring.serviceMonitor.enabled    | true          | baedal-delivery baedal-gateway baedal-order baedal-order-view baedal-orchestrator baedal-payment
          networkPolicy.enabled                | false         | ''
          tests.expect                         | DELIVERED     | ''
          """)
  void replacesThePodsOf(String path, String value, String replaced) {
    Installation before = Installations.minimal();
    Installation after = before.with(path, Yaml.value(value));

    assertThat(templates(after.render())).isNotEmpty();
    assertThat(changed(templates(before.render()), templates(after.render())))
        .containsExactlyInAnyOrder(replaced.isEmpty() ? new String[0] : replaced.split(" "));
  }

  @Test
  void replacesNoPodsForAGeneratedPassword() {
    Installation before = Installations.small().with("payment.database.password", "");
    Installation after = before.with("tests.timeoutSeconds", 100);

    assertThat(after.render().get("Secret", "baedal-payment"))
        .isNotEqualTo(before.render().get("Secret", "baedal-payment"));
    assertThat(changed(templates(before.render()), templates(after.render()))).isEmpty();
  }

  private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.removeIf(name -> before.get(name).equals(after.get(name)));
    return changed;
  }

  /** The pod templates; a change in one replaces its pods. */
  private static Map<String, Object> templates(Render render) {
    return render
        .all("Deployment")
        .collect(toMap(Manifest::name, deployment -> deployment.at("/spec/template")));
  }
}
