package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the objects finds faults. */
class KubernetesSchemaTest {

  private static final KubernetesSchema SCHEMA = new KubernetesSchema();

  private static final String GOOD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: order, labels: {app: order}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: order}}
        template:
          metadata: {labels: {app: order}}
          spec:
            containers:
              - name: order
                image: order:1
                ports: [{name: http, containerPort: 8082}]
                resources: {requests: {cpu: 100m, memory: 256Mi}}
                readinessProbe: {httpGet: {path: /, port: http}}
                lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: order}
      data: {password: c2VjcmV0}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: gateway}
      spec:
        parentRefs: [{name: shop}]
        rules: [{backendRefs: [{name: gateway, port: 8088}]}]
      ---
      apiVersion: monitoring.coreos.com/v1
      kind: ServiceMonitor
      metadata: {name: order}
      spec: {selector: {matchLabels: {app: order}}, endpoints: [{port: http, interval: 30s}]}
      ---
      apiVersion: monitoring.coreos.com/v1
      kind: PrometheusRule
      metadata: {name: order}
      spec: {groups: [{name: order, rules: [{alert: Down, expr: up == 0, for: 5m}]}]}
      """;

  @Test
  void acceptsGoodObjects() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas: 2             | replicas: two           | /spec/replicas: string found, integer expected
          replicas: 2             | replica: 2              | 'replica' is not defined
          replicas: 2             | replicas:               | /spec/replicas: null found
          cpu: 100m               | cpu: 100 millis         | /requests/cpu: does not match
          memory: 256Mi           | memory: 256MiB          | /requests/memory: does not match
          kind: Deployment        | kind: Deploiment        | unknown kind apps/v1 Deploiment
          apiVersion: apps/v1     | apiVersion: apps/v1beta1| unknown kind apps/v1beta1 Deployment
          selector:               | selektor:               | required property 'selector' not found
          containerPort: 8082     | containerPort: "8082"   | /containerPort: string found, integer expected
          exec: {command: [sleep, "5"]} | sleep: {seconds: 5} | 'sleep' is not defined
          labels: {app: order}    | labels: {app: 1}        | /metadata/labels/app: integer found, string expected
          c2VjcmV0                | secret!                 | /data/password: does not match
          backendRefs:            | backends:               | 'backends' is not defined
          interval: 30s           | intervall: 30s          | 'intervall' is not defined
          interval: 30s           | interval: half a minute | /interval: does not match
          expr: up == 0           | expression: up == 0     | 'expression' is not defined
          """)
  void findsWhatIsWrong(String good, String bad, String problem) {
    assertThat(GOOD).contains(good);
    assertThat(problems(GOOD.replaceFirst(Pattern.quote(good), bad)))
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  private static List<String> problems(String yaml) {
    return Render.parse(yaml).objects().stream()
        .flatMap(object -> SCHEMA.problems(object).stream())
        .toList();
  }
}
