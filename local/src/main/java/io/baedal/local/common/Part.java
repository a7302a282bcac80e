package io.baedal.local.common;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process of the system, with its default port. */
public enum Part {
  POSTGRES("PostgreSQL", 5432, null, 0),
  KAFKA("Kafka", 9092, null, 256),
  ORDER("order", 8082, "orders", 128),
  ORCHESTRATOR("orchestrator", 8080, "orchestrator", 256),
  PAYMENT("payment", 8083, "payment", 128),
  DELIVERY("delivery", 8081, "delivery", 128),
  ORDER_VIEW("order-view", 8084, "order_view", 128),
  IDENTITY("identity", 8085, null, 64),
  GATEWAY("gateway", 8088, "gateway", 128);

  private final String label;
  private final int defaultPort;
  private final @Nullable String database;
  private final int heapMegabytes;

  Part(String label, int defaultPort, @Nullable String database, int heapMegabytes) {
    this.label = label;
    this.defaultPort = defaultPort;
    this.database = database;
    this.heapMegabytes = heapMegabytes;
  }

  /** Its name in messages; for a service also the name of its module and jar. */
  public String label() {
    return label;
  }

  /** The TCP port it listens on when no offset or port is given. */
  public int defaultPort() {
    return defaultPort;
  }

  /** Its database, which is also the name of the role that owns it. */
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /** Whether it is one of our services, and not PostgreSQL or Kafka. */
  public boolean isService() {
    return this != POSTGRES && this != KAFKA;
  }

  /**
   * Whether several instances can run. The identity provider, which is for trying out, keeps logins
   * in its memory.
   */
  public boolean isReplicated() {
    return isService() && this != IDENTITY;
  }

  /** All services, in the order in which messages list them. */
  public static List<Part> services() {
    return Arrays.stream(values()).filter(Part::isService).toList();
  }

  /**
   * The name of its files and of its value on the command line: lower case, words joined by "-".
   */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Part> named(String fileName) {
    return Arrays.stream(values()).filter(part -> part.fileName().equals(fileName)).findFirst();
  }

  /** The service of that name; if there is none, fails and names all services. */
  public static Part service(String fileName) {
    return named(fileName)
        .filter(Part::isService)
        .orElseThrow(
            () ->
                new LocalFailure(
                    "There is no service named "
                        + fileName
                        + "; there are "
                        + services().stream().map(Part::fileName).collect(joining(", "))
                        + "."));
  }

  public int heapMegabytes() {
    return heapMegabytes;
  }
}
