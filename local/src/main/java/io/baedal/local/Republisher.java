package io.baedal.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has services publish their events again, some orders in each call. */
final class Republisher {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A service that says it is not able to is asked again for about a minute. */
  private static final int TRIES = 60;

  private final @Nullable Instant since;
  private final @Nullable Credentials operator;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  /**
   * @param since of orders that changed then or later; null for all
   * @param operator the login that the orchestrator asks for
   */
  Republisher(@Nullable Instant since, @Nullable Credentials operator) {
    this.since = since;
    this.operator = operator;
  }

  /** What a service published again. */
  record Tally(long orders, long events) {}

  /** Returns when {@code service} has published the events of all its orders. */
  Tally republish(URI service) {
    Tally tally = new Tally(0, 0);
    String after = "";
    while (true) {
      JsonNode page = call(service, after);
      tally =
          new Tally(
              tally.orders + page.path("orders").asLong(),
              tally.events + page.path("events").asLong());
      if (!page.hasNonNull("next")) {
        return tally;
      }
      String next = page.path("next").asText();
      if (next.equals(after)) {
        pause(); // the events before have to leave first
      }
      after = next;
    }
  }

  private JsonNode call(URI service, String after) {
    HttpRequest request = request(service, after);
    HttpResponse<String> response = send(request);
    for (int tries = 1; response.statusCode() == 503 && tries < TRIES; tries++) {
      pause();
      response = send(request);
    }
    if (response.statusCode() != 200) {
      throw new LocalFailure(
          request.uri()
              + " answered "
              + response.statusCode()
              + ": "
              + response.body().strip()
              + " What was published before does no harm; run this again.");
    }
    return parse(response.body());
  }

  private HttpRequest request(URI service, String after) {
    ObjectNode body = JSON.createObjectNode();
    if (since != null) {
      body.put("since", since.toString());
    }
    if (!after.isEmpty()) {
      body.put("after", after);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve("/republications"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    if (operator != null) {
      String login = operator.username() + ":" + operator.password();
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
    }
    return request.build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw NotRunning.at(request.uri().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Stopped.");
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new LocalFailure("The answer is not JSON: " + body, e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Stopped.");
    }
  }
}
