package io.baedal.charts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The open connections are exactly those of the table in the chart's README. */
class NetworkPolicyTest {

  private static final List<Endpoint> OUTSIDE =
      List.of(
          Endpoint.foreignPod("ingress controller", "ingress-nginx"),
          Endpoint.foreignPod("operators' ingress controller", "ingress-nginx-internal"),
          Endpoint.foreignPod("prometheus", "monitoring"),
          Endpoint.foreignPod("dns", "kube-system", 53),
          Endpoint.foreignPod("neighbour", "food", 80),
          Endpoint.foreignPod("stranger", "elsewhere", 80, 5432, 9092, 9093),
          Endpoint.machine("database server", "10.20.0.7", 5432, 22),
          Endpoint.machine("broker", "10.20.1.7", 9093, 22),
          Endpoint.machine("identity provider", "10.20.2.7", 443, 22),
          Endpoint.machine("payment provider", "203.0.113.7", 443, 80),
          Endpoint.machine("internet", "198.51.100.7", 80, 443, 5432, 9093));

  private static final Set<String> LINKS_OF_THE_PROCESS =
      Set.of(
          "gateway -> order:8082",
          "gateway -> payment:8083",
          "gateway -> delivery:8081",
          "gateway -> order-view:8084",
          "orchestrator -> order:8082",
          "orchestrator -> payment:8083",
          "orchestrator -> delivery:8081",
          "orchestrator -> order-view:8084",
          "tests -> gateway:8088");

  private static final List<String> WITH_KAFKA =
      List.of("order", "payment", "delivery", "orchestrator", "order-view");
  private static final List<String> WITH_DATABASE =
      List.of("order", "payment", "delivery", "orchestrator", "order-view", "gateway");
  private static final List<String> ALL =
      List.of("order", "payment", "delivery", "orchestrator", "order-view", "gateway", "tests");

  /** Those that check tokens or get one. */
  private static final List<String> WITH_TOKENS =
      List.of("order", "payment", "delivery", "orchestrator", "order-view", "gateway", "tests");

  @Test
  void openOnlyTheRealLinksWithStoresElsewhere() {
    assertThat(ourLinks(Installations.production().render()))
        .containsExactlyInAnyOrderElementsOf(
            join(
                LINKS_OF_THE_PROCESS,
                ofEach("%s -> database server:5432", WITH_DATABASE),
                ofEach("%s -> broker:9093", WITH_KAFKA),
                ofEach("%s -> identity provider:443", WITH_TOKENS),
                ofEach("%s -> dns:53", ALL),
                Set.of(
                    "payment -> payment provider:443",
                    "ingress controller -> gateway:8088",
                    "operators' ingress controller -> orchestrator:8080",
                    "prometheus -> order:18082",
                    "prometheus -> payment:18083",
                    "prometheus -> delivery:18081",
                    "prometheus -> orchestrator:18080",
                    "prometheus -> order-view:18084",
                    "prometheus -> gateway:18088")));
  }

  @Test
  void openOnlyTheRealLinksWithBundledStores() {
    Installation bundled =
        Installations.small()
            .with("networkPolicy.ingressFrom", List.of())
            .with("networkPolicy.prometheusFrom", List.of());

    assertThat(ourLinks(bundled.render()))
        .containsExactlyInAnyOrderElementsOf(
            join(
                LINKS_OF_THE_PROCESS,
                ofEach("%s -> postgresql:5432", WITH_DATABASE),
                ofEach("%s -> kafka:9092", WITH_KAFKA),
                ofEach("%s -> identity:8085", WITH_TOKENS),
                ofEach("%s -> dns:53", ALL),
                Set.of("identity -> dns:53")));
  }

  @Test
  void leaveEverythingOpenWhenOff() {
    Render open = Installations.small().with("networkPolicy.enabled", false).render();

    assertThat(ourLinks(open)).contains("stranger -> postgresql:5432", "payment -> internet:443");
  }

  @Test
  void showALinkThatIsMissingOrTooMany() {
    Render render = Installations.production().render();
    Render wider =
        render.changed(
            "NetworkPolicy",
            "baedal-order",
            policy ->
                ((ArrayNode) policy.at("/spec/ingress/0/from"))
                    .addObject()
                    .putObject("namespaceSelector"));
    Render narrower = render.without("NetworkPolicy", "baedal-gateway");

    assertThat(ourLinks(wider))
        .contains("stranger -> order:8082")
        .doesNotContain("internet -> order:8082");
    assertThat(ourLinks(narrower)).contains("gateway -> internet:443", "internet -> gateway:8088");
  }

  /** The links that begin or end at a pod of the chart. */
  private static Set<String> ourLinks(Render render) {
    List<Endpoint> ours = render.pods().map(Endpoint::pod).toList();
    Set<String> links =
        new Links(render).among(Stream.concat(ours.stream(), OUTSIDE.stream()).toList());
    links.removeAll(new Links(Render.parse("")).among(OUTSIDE));
    return links;
  }

  private static Set<String> ofEach(String link, List<String> services) {
    return services.stream().map(link::formatted).collect(toSet());
  }

  @SafeVarargs
  private static Set<String> join(Set<String>... links) {
    return Stream.of(links).flatMap(Set::stream).collect(toSet());
  }
}
