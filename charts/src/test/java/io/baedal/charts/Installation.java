package io.baedal.charts;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A release of the chart as a user would install it, without a cluster. */
record Installation(String release, String kubernetes, Values values) {

  private static final String NAMESPACE = "food";
  private static final String OLDEST_KUBERNETES = "1.25.0";
  private static final Map<Installation, Render> RENDERED = new ConcurrentHashMap<>();

  /** On the oldest Kubernetes that the chart supports. */
  static Installation of(Values values) {
    return new Installation("baedal", OLDEST_KUBERNETES, values);
  }

  Installation on(String otherKubernetes) {
    return new Installation(release, otherKubernetes, values);
  }

  Installation named(String otherRelease) {
    return new Installation(otherRelease, kubernetes, values);
  }

  Installation with(String path, Object value) {
    return new Installation(release, kubernetes, values.with(path, value));
  }

  /**
   * All objects, including hooks; rendered once.
   *
   * @throws IllegalStateException with Helm's message when the chart refuses the values
   */
  Render render() {
    return RENDERED.computeIfAbsent(this, Installation::renderUncached);
  }

  private Render renderUncached() {
    try (ChartCopy chart = ChartCopy.withHooksAsObjectsAndNoCluster()) {
      String text =
          new Helm(chart.path())
              .template()
              .withName(release)
              .withNamespace(NAMESPACE)
              .withKubeVersion(kubernetes)
              .withValuesFile(chart.file("given-values.yaml", values.yaml()))
              .call();
      return Render.parse(ChartCopy.restored(text));
    }
  }

  /** What Helm prints after the installation. */
  String notes() {
    try (ChartCopy chart = ChartCopy.plain()) {
      Path given = chart.file("given-values.yaml", values.yaml());
      String output =
          new Helm(chart.path())
              .install()
              .withName(release)
              .withNamespace(NAMESPACE)
              .withKubeVersion(kubernetes)
              .withValuesFile(given)
              .clientOnly()
              .dryRun()
              .withDryRunOption(DryRun.CLIENT)
              .call()
              .getOutput();
      return output.substring(output.indexOf("NOTES:"));
    }
  }

  /** As {@code helm lint --strict --values}. */
  LintResult lint() {
    try (ChartCopy chart = ChartCopy.withDefaults(Values.defaults().with(values))) {
      return new Helm(chart.path()).lint().strict().call();
    }
  }
}
