package io.baedal.charts;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The installations of the chart that its checks run against. */
final class Installations {

  /**
   * Each example as it is meant to be used, with the passwords that it would otherwise generate.
   */
  static final Map<String, Values> EXAMPLES =
      Map.of(
          "small", example("small").with(passwords()).with(accounts()),
          "production", example("production"),
          "autoscaled", example("production").with(example("autoscaled")));

  private static final String NEWEST_KUBERNETES = "1.34.0";

  private Installations() {}

  /** The minimal values: external stores and given passwords. */
  static Installation minimal() {
    return Installation.of(
        passwords()
            .with("postgresql.password", "")
            .with("database.host", "postgresql.example.com")
            .with("kafka.bootstrapServers", "kafka.example.com:9092")
            .with("access.issuer", "https://login.example.com")
            .with("gateway.url", "https://orders.example.com"));
  }

  static Installation small() {
    return Installation.of(EXAMPLES.get("small"));
  }

  static Installation production() {
    return Installation.of(EXAMPLES.get("production"));
  }

  /** Passwords that are recognisable wherever they appear. */
  static Values passwords() {
    Values values =
        Values.none()
            .with("postgresql.password", "password-of-postgresql")
            .with("orchestrator.operator.password", "password-of-operator")
            .with("orchestrator.client.password", "password-of-client")
            .with("gateway.client.password", "password-of-gateway-client")
            .with("tests.client.password", "password-of-customer");
    for (String service :
        List.of("order", "payment", "delivery", "orchestrator", "orderView", "gateway")) {
      values = values.with(service + ".database.password", "password-of-" + service);
    }
    return values;
  }

  /** Passwords of the bundled identity provider. */
  private static Values accounts() {
    Values values = Values.none();
    for (String account : List.of("customer", "store", "courier", "operator")) {
      values = values.with("identity.passwords." + account, "password-of-account");
    }
    return values;
  }

  /** By name; for parameterized tests. */
  static Stream<Named<Installation>> all() {
    Map<String, Installation> all = new TreeMap<>();
    EXAMPLES.forEach((name, values) -> all.put(name, Installation.of(values)));
    all.put("minimal", minimal());
    all.putAll(variants());
    all.putAll(
        all.entrySet().stream()
            .collect(
                toMap(
                    entry -> entry.getKey() + " on " + NEWEST_KUBERNETES,
                    entry -> entry.getValue().on(NEWEST_KUBERNETES))));
    return all.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
  }

  private static Map<String, Installation> variants() {
    Values parent = Values.parse("parentRefs: [{name: shop}]\nenabled: true");
    return Map.of(
        "HTTP routes",
        minimal()
            .with("gateway.httpRoute", parent.tree())
            .with("orchestrator.httpRoute", parent.tree()),
        "without network policies",
        small().with("networkPolicy.enabled", false),
        "no peers allowed",
        minimal()
            .with("networkPolicy.ingressFrom", List.of())
            .with("networkPolicy.dnsTo", List.of()),
        "no budgets or accounts",
        minimal()
            .with("common.podDisruptionBudget.enabled", false)
            .with("common.serviceAccount.create", false),
        "bundled PostgreSQL, all Secrets given",
        Installation.of(
            EXAMPLES
                .get("production")
                .with(Values.parse("database: {host: ''}"))
                .with(Values.parse("postgresql: {bundled: true, existingSecret: superuser}"))),
        "all optional values",
        Installation.of(minimal().values().with(resource("extras.yaml"))),
        "small, all monitored",
        small()
            .with("monitoring.serviceMonitor.enabled", true)
            .with("monitoring.prometheusRule.enabled", true)
            .with("monitoring.dashboards.enabled", true),
        "small, generated passwords",
        Installation.of(example("small")),
        "long name",
        small().named("a-release-with-a-name-as-long-as-helm-will-ever-allow"),
        "name with a dot",
        small().named("food.orders"));
  }

  private static Values example(String name) {
    return Values.of(Project.CHART.resolve("examples").resolve(name + ".yaml"));
  }

  private static Values resource(String name) {
    return Values.of(Project.RESOURCES.resolve("values").resolve(name));
  }
}
