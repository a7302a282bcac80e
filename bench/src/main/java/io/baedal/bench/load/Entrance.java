package io.baedal.bench.load;

import io.baedal.local.common.Account;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Tokens;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gateways, used in turn as a load balancer would. Each call has the token of one account. The
 * load is that of a customer: what an operator changes is recorded in audit logs.
 */
public final class Entrance {

  /** Longer than the gateway waits for a service. */
  private static final Duration ANSWER = Duration.ofSeconds(25);

  private final List<URI> gateways;
  private final Tokens tokens;
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** For runs that measure times: also lets tokens be valid for longer than any run. */
  public static LocalOptions.Builder underLoad(LocalOptions.Builder options) {
    return forOneCustomer(options).environment(Part.IDENTITY, "IDENTITY_TOKEN_LIFETIME", "PT12H");
  }

  /** Lets one customer send the load of all. */
  public static LocalOptions.Builder forOneCustomer(LocalOptions.Builder options) {
    return options
        .environment(Part.GATEWAY, "GATEWAY_RATE_LIMIT_CLIENT_BURST", "100000")
        .environment(Part.GATEWAY, "GATEWAY_RATE_LIMIT_CLIENT_PER_SECOND", "10000")
        .environment(Part.GATEWAY, "GATEWAY_RATE_LIMIT_ADDRESS_BURST", "100000")
        .environment(Part.GATEWAY, "GATEWAY_RATE_LIMIT_ADDRESS_PER_SECOND", "10000");
  }

  /** The gateways of a running system. */
  public Entrance(LocalSystem system, Account account) {
    this.gateways = system.instances(Part.GATEWAY).stream().map(system::address).toList();
    this.tokens = system.tokens(account);
  }

  /** Sends a JSON body. */
  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(request(path, body));
  }

  /** Sends a GET request. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /** Sends a JSON body, and does not wait for the answer. */
  CompletableFuture<HttpResponse<String>> postAsync(String path, String body) {
    return sendAsync(() -> request(path, body));
  }

  /** Sends a DELETE request, and does not wait for the answer. */
  CompletableFuture<HttpResponse<String>> deleteAsync(String path) {
    return sendAsync(() -> request(path).DELETE());
  }

  private interface Call {
    HttpRequest.Builder request() throws IOException;
  }

  private CompletableFuture<HttpResponse<String>> sendAsync(Call call) {
    try {
      return http.sendAsync(call.request().build(), BodyHandlers.ofString());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private HttpRequest.Builder request(String path, String body) throws IOException {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) throws IOException {
    URI gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", authorization());
  }

  private String authorization() throws IOException {
    try {
      return tokens.bearer();
    } catch (LocalFailure noToken) {
      throw new IOException(noToken);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
