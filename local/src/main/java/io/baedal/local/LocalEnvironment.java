package io.baedal.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The environment variables that make the services find each other on one machine, and the
 * conveniences that only a local run has: a default customer, and stores, couriers and a payment
 * provider that are simulated.
 */
final class LocalEnvironment {
  static final String OPERATOR = "operator";
  private static final String HOST = "localhost";

  private final Ports ports;
  private final int replicas;
  private final Passwords passwords;

  LocalEnvironment(LocalOptions options, Passwords passwords) {
    this.ports = options.ports();
    this.replicas = options.replicas();
    this.passwords = passwords;
  }

  /** What {@code instance} of a service is started with. */
  Map<String, String> of(Instance instance) {
    Part service = instance.part();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SERVER_PORT", Integer.toString(ports.of(instance)));
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap());
    service
        .database()
        .ifPresent(
            database -> {
              variables.put("SPRING_DATASOURCE_URL", jdbcUrl(database));
              variables.put("SPRING_DATASOURCE_USERNAME", database);
              variables.put("SPRING_DATASOURCE_PASSWORD", passwords.database(database));
            });
    variables.putAll(own(service));
    return variables;
  }

  private Map<String, String> own(Part service) {
    return switch (service) {
      case ORDER ->
          Map.of(
              "ORDER_DEFAULTS_CUSTOMER_ID", "customer-1",
              "ORDER_DEFAULTS_STORE_ID", "store-1",
              "ORDER_DEFAULTS_QUANTITY", "1",
              "ORDER_DEFAULTS_UNIT_PRICE", "1000",
              "ORDER_DEFAULTS_DELIVERY_ADDRESS", "12 Sejong-daero, Seoul",
              "ORDER_DEFAULTS_PAYMENT_METHOD", "approved");
      case ORCHESTRATOR ->
          Map.of(
              "ORCHESTRATOR_WORKERS_ORDER_URL", urls(Part.ORDER),
              "ORCHESTRATOR_WORKERS_PAYMENT_URL", urls(Part.PAYMENT),
              "ORCHESTRATOR_WORKERS_DELIVERY_URL", urls(Part.DELIVERY),
              "ORCHESTRATOR_WORKERS_ORDER_VIEW_URL", urls(Part.ORDER_VIEW),
              "ORCHESTRATOR_OPERATOR_USERNAME", OPERATOR,
              "ORCHESTRATOR_OPERATOR_PASSWORD", passwords.operator());
      case PAYMENT -> Map.of("PAYMENT_SIMULATION_ENABLED", "true");
      case DELIVERY ->
          Map.of(
              "DELIVERY_SIMULATION_ENABLED", "true",
              "DELIVERY_SIMULATION_STORE_ANSWER", "3s",
              "DELIVERY_SIMULATION_PICK_UP", "5s",
              "DELIVERY_SIMULATION_COMPLETION", "5s");
      case GATEWAY ->
          Map.of(
              "GATEWAY_ROUTES_ORDER_URL", urls(Part.ORDER),
              "GATEWAY_ROUTES_PAYMENT_URL", urls(Part.PAYMENT),
              "GATEWAY_ROUTES_DELIVERY_URL", urls(Part.DELIVERY),
              "GATEWAY_ROUTES_ORDER_VIEW_URL", urls(Part.ORDER_VIEW),
              // whoever stops the only one waits for it
              "GATEWAY_DRAIN", replicas == 1 ? "0s" : "3s");
      case ORDER_VIEW, POSTGRES, KAFKA -> Map.of();
    };
  }

  String url(Instance instance) {
    return "http://" + HOST + ":" + ports.of(instance);
  }

  /** The addresses of all instances, separated by commas. */
  private String urls(Part service) {
    return Instance.of(service, replicas).map(this::url).collect(Collectors.joining(","));
  }

  String kafkaBootstrap() {
    return HOST + ":" + ports.of(Part.KAFKA);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://" + HOST + ":" + ports.of(Part.POSTGRES) + "/" + database;
  }
}
