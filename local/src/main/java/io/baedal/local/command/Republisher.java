package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.local.common.Http;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Pause;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes services republish their events, some orders in each call. */
final class Republisher {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A service that answers 503 is called again for about a minute. */
  private static final int TRIES = 60;

  private final @Nullable Instant since;
  private final Supplier<@Nullable String> authorization;

  /**
   * @param since orders that changed then or later; null for all
   * @param authorization the header of each call, of an operator
   */
  Republisher(@Nullable Instant since, Supplier<@Nullable String> authorization) {
    this.since = since;
    this.authorization = authorization;
  }

  /** How much a service republished. */
  record Tally(long orders, long events) {}

  /** Returns when {@code service} has republished the events of all its orders. */
  Tally republish(URI service) {
    Http http = new Http(service, TIMEOUT, authorization);
    Tally tally = new Tally(0, 0);
    String after = "";
    while (true) {
      JsonNode page = call(http, after);
      tally =
          new Tally(
              tally.orders + field(page, "orders").asLong(),
              tally.events + field(page, "events").asLong());
      if (field(page, "next").isNull()) {
        return tally;
      }
      String next = field(page, "next").asText();
      if (next.equals(after)) {
        Pause.of(PAUSE); // the earlier events have to leave the outbox first
      }
      after = next;
    }
  }

  private JsonNode call(Http http, String after) {
    HttpRequest.Builder request = request(http, after);
    HttpResponse<String> response = http.send(request);
    for (int tries = 1; response.statusCode() == 503 && tries < TRIES; tries++) {
      Pause.of(PAUSE);
      response = http.send(request);
    }
    if (response.statusCode() != 200) {
      throw new LocalFailure(
          Http.refusal(response) + " Events published so far do no harm; run the command again.");
    }
    return Http.json(response);
  }

  private HttpRequest.Builder request(Http http, String after) {
    ObjectNode body = JSON.createObjectNode();
    if (since != null) {
      body.put("since", since.toString());
    }
    if (!after.isEmpty()) {
      body.put("after", after);
    }
    return http.post("/republications", body.toString());
  }
}
