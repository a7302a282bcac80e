package io.baedal.local.launcher;

import io.baedal.local.common.Account;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings by which the services find each other on one machine, and those that only a local
 * run has: a default customer, a demo menu, and simulated stores, couriers and payment provider.
 */
public final class LocalEnvironment {

  /** The services that a program on this machine may call without a token. */
  private static final Set<Part> TRUSTING =
      Set.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORDER_VIEW);

  private final Ports ports;
  private final int replicas;
  private final Passwords passwords;
  private final Path data;

  LocalEnvironment(LocalOptions options, Passwords passwords) {
    this.data = options.data();
    this.ports = options.ports();
    this.replicas = options.replicas();
    this.passwords = passwords;
  }

  /** The environment variables that {@code instance} of a service is started with. */
  Map<String, String> of(Instance instance) {
    Map<String, String> variables = new LinkedHashMap<>();
    properties(instance).forEach((name, value) -> variables.put(variable(name), value));
    return variables;
  }

  private static String variable(String property) {
    return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The same settings as Spring properties. */
  Map<String, String> properties(Instance instance) {
    Part service = instance.part();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("server.address", ports.listen().bind());
    properties.put("server.port", Integer.toString(ports.of(instance)));
    properties.put("management.server.port", Integer.toString(ports.management(instance)));
    properties.put("spring.kafka.bootstrap-servers", kafkaBootstrap());
    service
        .database()
        .ifPresent(
            database -> {
              properties.put("spring.datasource.url", jdbcUrl(database));
              properties.put("spring.datasource.username", database);
              properties.put("spring.datasource.password", passwords.database(database));
            });
    if (service != Part.IDENTITY) {
      properties.put("baedal.access.issuer", issuer());
      properties.put("baedal.access.keys", provider() + "/oauth2/jwks");
      if (!ports.listen().isOpen()) {
        properties.put("baedal.access.open-endpoints", "health,info,prometheus");
      }
    }
    if (TRUSTING.contains(service)) {
      properties.put(
          "baedal.access.local-trust.enabled", Boolean.toString(!ports.listen().isOpen()));
    }
    properties.putAll(own(service));
    return properties;
  }

  /** The address of the identity provider, as browsers on other machines reach it too. */
  private String issuer() {
    return forBrowsers(Part.IDENTITY);
  }

  private String forBrowsers(Part service) {
    return "http://" + ports.listen().advertised() + ":" + ports.of(service);
  }

  /** The same, for this machine. */
  private String provider() {
    return url(Instance.first(Part.IDENTITY));
  }

  private Map<String, String> identity() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("identity.issuer", issuer());
    properties.put("identity.key-file", data.resolve("identity-key.json").toString());
    for (Account account : Account.values()) {
      properties.put(
          "identity.accounts." + account.username() + ".password", passwords.of(account));
    }
    properties.put("identity.gateway.password", passwords.gateway());
    properties.put(
        "identity.gateway.login-uris", forBrowsers(Part.GATEWAY) + "/login/oauth2/code/baedal");
    properties.put("identity.gateway.logout-uris", forBrowsers(Part.GATEWAY) + "/");
    return properties;
  }

  private Map<String, String> gateway() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("gateway.routes.order.url", urls(Part.ORDER));
    properties.put("gateway.routes.payment.url", urls(Part.PAYMENT));
    properties.put("gateway.routes.delivery.url", urls(Part.DELIVERY));
    properties.put("gateway.routes.order-view.url", urls(Part.ORDER_VIEW));
    // with one gateway a drain would only delay the stop
    properties.put("gateway.drain", replicas == 1 ? "0s" : "3s");
    properties.put("gateway.login.url", forBrowsers(Part.GATEWAY));
    properties.put("gateway.login.client-secret", passwords.gateway());
    properties.put("gateway.login.token-uri", provider() + "/oauth2/token");
    properties.put("server.reactive.session.cookie.secure", "false");
    return properties;
  }

  private Map<String, String> own(Part service) {
    return switch (service) {
      case ORDER ->
          Map.of(
              "order.defaults.customer-id", "customer-1",
              "order.defaults.store-id", "store-1",
              "order.defaults.quantity", "1",
              "order.defaults.delivery-address", "12 Sejong-daero, Seoul",
              "order.defaults.payment-method", "approved",
              "order.catalogue.import-file", "classpath:demo-menus.json");
      case ORCHESTRATOR ->
          Map.of(
              "orchestrator.workers.order.url", urls(Part.ORDER),
              "orchestrator.workers.payment.url", urls(Part.PAYMENT),
              "orchestrator.workers.delivery.url", urls(Part.DELIVERY),
              "orchestrator.workers.order-view.url", urls(Part.ORDER_VIEW),
              "orchestrator.operator.username", Account.OPERATOR.username(),
              "orchestrator.operator.password", passwords.of(Account.OPERATOR),
              "orchestrator.client.secret", passwords.of(Account.ORCHESTRATOR),
              "orchestrator.client.token-uri", provider() + "/oauth2/token");
      case IDENTITY -> identity();
      case PAYMENT -> Map.of("payment.simulation.enabled", "true");
      case DELIVERY ->
          Map.of(
              "delivery.simulation.enabled", "true",
              "delivery.simulation.store-answer", "3s",
              "delivery.simulation.pick-up", "5s",
              "delivery.simulation.completion", "5s");
      case GATEWAY -> gateway();
      case ORDER_VIEW, POSTGRES, KAFKA -> Map.of();
    };
  }

  /** The URL of the health and metrics of {@code instance}. */
  String management(Instance instance) {
    return "http://" + ports.managementAddress(instance);
  }

  String url(Instance instance) {
    return "http://" + ports.address(instance);
  }

  /** The addresses of all instances, separated by commas. */
  private String urls(Part service) {
    return Instance.of(service, replicas).map(this::url).collect(Collectors.joining(","));
  }

  String kafkaBootstrap() {
    return ports.address(Part.KAFKA);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://" + ports.address(Part.POSTGRES) + "/" + database;
  }
}
