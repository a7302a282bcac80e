package io.baedal.orchestrator.operations.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An HTTP service that answers the calls of reconciliation with the orders that the test adds. */
final class FakeService {

  private record Known(UUID orderId, Instant changedAt, String fields) {}

  private final Map<UUID, Known> orders = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile boolean broken;

  private FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/order-states", exchange -> answer(exchange, states(exchange)));
    server.createContext("/order-changes", exchange -> answer(exchange, changes(exchange)));
    server.start();
  }

  /** New services of all four names. */
  static Map<String, FakeService> all() {
    return Stream.of("order", "payment", "delivery", "order-view")
        .collect(Collectors.toMap(name -> name, name -> new FakeService()));
  }

  /** Sets the addresses of the services in the context of a test. */
  static void register(Map<String, FakeService> services, DynamicPropertyRegistry properties) {
    services.forEach(
        (name, service) -> properties.add("orchestrator.workers." + name + ".url", service::url));
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Adds an order; {@code fields} are those of its state except the id and the time. */
  void add(UUID orderId, Instant changedAt, String fields) {
    orders.put(orderId, new Known(orderId, changedAt, fields));
  }

  void setBroken(boolean now) {
    broken = now;
  }

  void reset() {
    orders.clear();
    calls.clear();
    broken = false;
  }

  /** The paths that were called. */
  List<String> calls() {
    return calls;
  }

  private String states(HttpExchange exchange) {
    Set<UUID> wanted =
        query(exchange).getOrDefault("orderId", List.of()).stream()
            .map(UUID::fromString)
            .collect(Collectors.toCollection(HashSet::new));
    return orders.values().stream()
        .filter(known -> wanted.contains(known.orderId()))
        .map(
            known ->
                "{\"orderId\": \"%s\", \"changedAt\": \"%s\", %s}"
                    .formatted(known.orderId(), known.changedAt(), known.fields()))
        .collect(Collectors.joining(", "));
  }

  private String changes(HttpExchange exchange) {
    Map<String, List<String>> query = query(exchange);
    Instant from = Instant.parse(query.get("from").get(0));
    String after = query.get("after").get(0);
    Instant to = Instant.parse(query.get("to").get(0));
    return orders.values().stream()
        .filter(known -> known.changedAt().isBefore(to))
        .filter(
            known ->
                known.changedAt().isAfter(from)
                    || known.changedAt().equals(from)
                        && known.orderId().toString().compareTo(after) > 0)
        .sorted(comparing(Known::changedAt).thenComparing(known -> known.orderId().toString()))
        .limit(Integer.parseInt(query.get("limit").get(0)))
        .map(
            known ->
                "{\"orderId\": \"%s\", \"changedAt\": \"%s\"}"
                    .formatted(known.orderId(), known.changedAt()))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, List<String>> query(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
        .map(parameter -> URLDecoder.decode(parameter, UTF_8).split("=", 2))
        .collect(
            Collectors.groupingBy(
                parameter -> parameter[0],
                Collectors.mapping(parameter -> parameter[1], Collectors.toList())));
  }

  private void answer(HttpExchange exchange, String items) throws IOException {
    calls.add(exchange.getRequestURI().getPath());
    byte[] body = ("{\"items\": [" + items + "]}").getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(broken ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
