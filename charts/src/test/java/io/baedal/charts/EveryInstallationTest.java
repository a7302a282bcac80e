package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every installation of the chart passes. */
class EveryInstallationTest {

  private static final KubernetesSchema SCHEMA = new KubernetesSchema();

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void passesTheLint(Installation installation) {
    LintResult result = installation.lint();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void rendersWhatKubernetesAccepts(Installation installation) {
    Render render = installation.render();

    assertThat(render.objects()).isNotEmpty();
    assertThat(render.objects().stream().map(SCHEMA::problems).flatMap(List::stream)).isEmpty();
    assertThat(NamesCheck.problems(render)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void rendersObjectsThatFindEachOther(Installation installation) {
    Render render = installation.render();

    assertThat(SelectorCheck.problems(render)).isEmpty();
    assertThat(ReferenceCheck.problems(render, installation.values())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void allowsAnotherReleaseInTheSameNamespace(Installation installation) {
    Render both = installation.render().and(Installations.small().named("another").render());

    assertThat(NamesCheck.problems(both)).isEmpty();
    assertThat(SelectorCheck.problems(both)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void runsEveryPodHardened(Installation installation) {
    assertThat(HardeningCheck.problems(installation.render())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void keepsPasswordsInSecrets(Installation installation) {
    assertThat(SecretCheck.problems(installation.render())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.baedal.charts.Installations#all")
  void endsWithNotes(Installation installation) {
    assertThat(installation.notes()).contains("helm test").doesNotContain("password-of-");
  }
}
