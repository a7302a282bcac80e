package io.baedal.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.StringJoiner;

/** What an operator asks of the orchestrator, with a login. */
final class OperatorClient {
  private static final JsonMapper JSON = new JsonMapper();

  /** A page of orders is migrated in seconds; one whose database is slow in more. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI orchestrator;
  private final String login;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  OperatorClient(URI orchestrator, Credentials operator) {
    this.orchestrator = orchestrator;
    String both = operator.username() + ":" + operator.password();
    this.login =
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(orchestrator.resolve(path))
        .header("Authorization", login)
        .timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw NotRunning.at(orchestrator.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Stopped.");
    }
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new LocalFailure(orchestrator + " does not take this login of an operator.");
    }
    if (response.statusCode() / 100 != 2) {
      throw new LocalFailure(response.statusCode() + ": " + refusal(response));
    }
    return parse(response);
  }

  private static JsonNode parse(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new LocalFailure(response.uri() + " does not answer as the orchestrator does.", e);
    }
  }

  /** What a problem says of itself, with each bad field and each reason that it names. */
  private static String refusal(HttpResponse<String> response) {
    JsonNode problem = parse(response);
    StringJoiner words = new StringJoiner(" ");
    words.add(problem.path("detail").asText());
    problem.path("reasons").forEach(reason -> words.add(reason.asText() + ";"));
    problem
        .path("errors")
        .forEach(
            error ->
                words.add(
                    error.path("field").asText() + " " + error.path("message").asText() + ";"));
    return DeadLettersText.oneLine(words.toString());
  }
}
