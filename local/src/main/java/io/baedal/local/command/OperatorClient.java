package io.baedal.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Http;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Terminal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operator's calls to one service. */
final class OperatorClient {

  /** A page of orders is migrated in seconds; with a slow database it takes longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI service;
  private final Http http;

  /**
   * @param authorization the header of each call
   */
  OperatorClient(URI service, Supplier<@Nullable String> authorization) {
    this.service = service;
    this.http = new Http(service, PATIENCE, authorization);
  }

  JsonNode get(String path) {
    return send(http.request(path).GET());
  }

  JsonNode post(String path, String body) {
    return send(http.post(path, body));
  }

  JsonNode put(String path, String body) {
    return send(http.put(path, body));
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpResponse<String> response = http.send(request);
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new LocalFailure(service + " does not accept this operator's token.");
    }
    if (response.statusCode() / 100 != 2) {
      throw new LocalFailure(response.statusCode() + ": " + refusal(response));
    }
    return Http.json(response);
  }

  /** The detail of a problem, with each bad field and each reason that it names. */
  private static String refusal(HttpResponse<String> response) {
    JsonNode problem = Http.json(response);
    StringJoiner words = new StringJoiner(" ");
    words.add(problem.path("detail").asText());
    problem.path("reasons").forEach(reason -> words.add(reason.asText() + ";"));
    problem
        .path("errors")
        .forEach(
            error ->
                words.add(
                    error.path("field").asText() + " " + error.path("message").asText() + ";"));
    return Terminal.oneLine(words.toString());
  }
}
