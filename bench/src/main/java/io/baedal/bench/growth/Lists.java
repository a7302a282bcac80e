package io.baedal.bench.growth;

import io.baedal.bench.load.Latency;
import io.baedal.local.common.Account;
import io.baedal.local.common.Credentials;
import io.baedal.local.common.Part;
import io.baedal.local.common.Tokens;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The lists that customers, stores, couriers and operators request, and how long they take. */
public final class Lists {

  private static final int TIMES = 20;
  private static final int DIGITS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> AT_THE_ENGINE =
      List.of(
          "/engine-rest/process-instance?maxResults=50",
          "/engine-rest/process-instance/count",
          "/engine-rest/history/process-instance?sortBy=startTime&sortOrder=desc&maxResults=50",
          "/stuck-orders");

  /** What Cockpit's page of a process definition shows below the diagram. */
  private static final String INSTANCES =
      "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50";

  private final URI gateway;
  private final URI orchestrator;
  private final Credentials operator;
  private final Tokens tokens;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** Sends the requests to {@code system}, which runs. */
  public Lists(LocalSystem system) {
    this.operator = system.credentials(Account.OPERATOR);
    this.tokens = system.tokens(Account.OPERATOR);
    this.gateway = system.address(Part.GATEWAY);
    this.orchestrator = system.address(Part.ORCHESTRATOR);
  }

  /**
   * How long each list takes, by its path; fails if one has no answer.
   *
   * @param number the number of an existing order
   */
  public Map<String, Latency> measure(long number) throws IOException, InterruptedException {
    Map<String, Latency> latencies = new LinkedHashMap<>();
    for (String path : atTheGateway(number)) {
      latencies.put(path, latency(asOperator(gateway.resolve(path))));
    }
    for (String path : AT_THE_ENGINE) {
      latencies.put(path, latency(asOperator(orchestrator.resolve(path))));
    }
    logIn();
    latencies.put(
        "Cockpit " + INSTANCES,
        latency(
            withToken(INSTANCES)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"sortBy\": \"startTime\", \"sortOrder\": \"desc\"}"))));
    return latencies;
  }

  private HttpRequest.Builder asOperator(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", tokens.bearer());
  }

  private static List<String> atTheGateway(long number) {
    return List.of(
        "/orders?size=100",
        "/orders?customerId=customer-7",
        "/orders?storeId=store-7&status=PLACED",
        "/orders?status=DELIVERED&size=100",
        "/orders?orderId=copy-" + number,
        "/orders/" + number,
        "/order-views?size=100",
        "/order-views?customerId=customer-7",
        "/order-views?storeId=store-7&status=STORE_REQUESTED",
        "/order-views?status=STORE_REQUESTED&size=100",
        "/order-views?status=DELIVERED&size=100",
        "/order-views?status=CANCELLED&size=100",
        "/order-views?clientReference=copy-" + number,
        "/order-views/" + number,
        "/store-requests?storeId=store-7&status=REQUESTED",
        "/deliveries?storeId=store-7&status=STARTED",
        "/payments?status=APPROVED&size=100");
  }

  private void logIn() throws IOException, InterruptedException {
    page();
    send(
        withToken("/camunda/api/admin/auth/user/default/login/cockpit")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s"
                        .formatted(operator.username(), operator.password()))));
    // a login starts a new session; the next page sets its token
    page();
  }

  private void page() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(orchestrator.resolve("/camunda/app/cockpit/default/")));
  }

  private HttpRequest.Builder withToken(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(orchestrator.resolve(path));
    cookies.getCookieStore().get(orchestrator).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
    return request;
  }

  private Latency latency(HttpRequest.Builder request) throws IOException, InterruptedException {
    send(request);
    var micros = new Histogram(DIGITS);
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      send(request);
      micros.recordValue((System.nanoTime() - begin) / 1_000);
    }
    return Latency.of(micros);
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer + ": " + answer.body());
    }
  }
}
