package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values are refused with a message that names the value and states what it should be. */
class RefusedValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # unknown names
          replicas                               | 3                 | "at ''"              | "'replicas' not allowed"
          order.replica                          | 3                 | order                | "'replica' not allowed"
          common.autoscaling.backlog.metrics     | lag               | backlog              | "'metrics' not allowed"
          identity.database                      | {}                | identity             | "'database' not allowed"
          payment.defaults                       | {}                | payment              | "'defaults' not allowed"
          # wrong types
          common.replicas                        | two               | common.replicas      | want integer
          order.replicas                         | '2'               | order.replicas       | want integer
          common.env                             | {A: 1}            | common.env.A         | want string
          payment.simulation.enabled             | 'yes'             | enabled              | want boolean
          common.podAnnotations                  | {a: true}         | podAnnotations.a     | want string
          gateway.paths                          | /orders           | gateway.paths        | want array
          # out of bounds
          common.replicas                        | 0                 | common.replicas      | want 1
          gateway.replicas                       | -1                | gateway.replicas     | want 1
          database.port                          | 0                 | database.port        | want 1
          database.port                          | 65536             | database.port        | want 65,535
          kafka.replicas                         | -1                | kafka.replicas       | want 0
          common.podDisruptionBudget.maxUnavailable | 0              | maxUnavailable       | want 1
          order.podDisruptionBudget.maxUnavailable | many            | maxUnavailable       | pattern
          common.terminationGracePeriodSeconds   | 5                 | terminationGracePeriodSeconds | want 30
          common.autoscaling.cpuUtilization      | 0                 | cpuUtilization       | want 1
          order.autoscaling                      | {enabled: true, minReplicas: 5, maxReplicas: 4} | order.autoscaling.minReplicas | greater
          order.defaults.quantity                | 1000              | quantity             | want 999
          # wrong form
          orchestrator.storeAnswerDeadline       | ten minutes       | storeAnswerDeadline  | pattern
          orchestrator.storeAnswerDeadline       | 0s                | storeAnswerDeadline  | pattern
          delivery.simulation.storeAnswer        | 3 s               | storeAnswer          | pattern
          common.resources.limits.memory         | lots              | memory               | pattern
          kafka.bootstrapServers                 | kafka             | kafka.bootstrapServers | pattern
          database.host                          | http://db         | database.host        | pattern
          kafka.securityProtocol                 | TLS               | securityProtocol     | one of
          access.issuer                          | login.example.com | access.issuer        | pattern
          image.pullPolicy                       | Sometimes         | pullPolicy           | one of
          tests.expect                           | REJECTED          | tests.expect         | one of
          order.database.name                    | Orders            | order.database.name  | pattern
          common.env                             | {A-B: x}          | propertyName 'A-B'   | pattern
          postgresql.persistence.size            | big               | size                 | pattern
          monitoring.serviceMonitor.interval     | often             | interval             | pattern
          # missing
          database.host                          | ''                | database.host        | is missing
          kafka.bootstrapServers                 | ''                | kafka.bootstrapServers | is missing
          orchestrator.operator.password         | ''                | orchestrator.operator.password | is missing
          orchestrator.client.password           | ''                | orchestrator.client.password | is missing
          tests.client.password                  | ''                | tests.client.password | is missing
          access.issuer                          | ''                | access.issuer        | is missing
          orderView.database.password            | ''                | orderView.database.password | is missing
          gateway.database.password              | ''                | gateway.database.password | is missing
          gateway.client.password                | ''                | gateway.client.password | is missing
          gateway.url                            | ''                | gateway.url          | is missing
          gateway.ingress.enabled                | true              | gateway.ingress.host | is missing
          gateway.httpRoute.enabled              | true              | gateway.httpRoute.parentRefs | is missing
          # in conflict
          postgresql.bundled                     | true              | database.host        | choose one
          kafka.bundled                          | true              | kafka.bootstrapServers | choose one
          order.database.existingSecret          | orders            | order.database.existingSecret | choose one
          identity.bundled                       | true              | access.issuer        | choose one
          orchestrator.operator.existingSecret   | operator          | orchestrator.operator.existingSecret | choose one
          common.serviceAccount.name             | baedal            | common.serviceAccount.name | each service
          """)
  void areRefused(String path, String value, String named, String complaint) {
    Installation wrong = Installations.minimal().with(path, Yaml.value(value));

    assertThatIllegalStateException()
        .isThrownBy(wrong::render)
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage().replace("/", "."))
                    .contains(named)
                    .containsIgnoringCase(complaint));
  }

  @Test
  void alsoFailTheLint() {
    assertThat(Installations.minimal().with("common.replicas", "two").lint().isFailed()).isTrue();
  }

  @Test
  void includeAKubernetesThatIsTooOld() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Installations.minimal().on("1.24.0").render())
        .withMessageContaining("kubeVersion: >=1.25");
  }

  /** It has no replicas, and its accounts are known. */
  @Test
  void includeTheIdentityProviderForEvaluationBesideADatabaseOfYourOwn() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Installations.minimal()
                    .with("access.issuer", "")
                    .with("identity.bundled", true)
                    .render())
        .withMessageContaining("identity.bundled is for evaluation");
  }

  @Test
  void areNotRefusedWithoutReason() {
    assertThat(Installations.minimal().render().objects()).isNotEmpty();
  }
}
