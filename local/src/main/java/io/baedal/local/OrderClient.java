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
import java.time.Duration;
import java.util.Optional;

/** The three calls that a customer makes, through the gateway. */
final class OrderClient {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI gateway;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  OrderClient(URI gateway) {
    this.gateway = gateway;
  }

  /** Answers the id of the new order. */
  String place(String body) {
    HttpResponse<String> response =
        send(
            request("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    require(response, 201);
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new LocalFailure("The new order came without a Location header."));
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** What the order view knows; empty until it has heard of the order. */
  Optional<JsonNode> find(String orderId) {
    HttpResponse<String> response = send(request("/order-views/" + orderId).GET());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    require(response, 200);
    return Optional.of(parse(response.body()));
  }

  /** Answers why it was not even taken down; empty when it was. */
  Optional<String> cancel(String orderId) {
    HttpResponse<String> response = send(request("/orders/" + orderId).DELETE());
    return response.statusCode() / 100 == 2 ? Optional.empty() : Optional.of(refusal(response));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw NotRunning.at(gateway.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Stopped.");
    }
  }

  private static void require(HttpResponse<String> response, int status) {
    if (response.statusCode() != status) {
      throw new LocalFailure(refusal(response));
    }
  }

  private static String refusal(HttpResponse<String> response) {
    return response.request().method()
        + " "
        + response.uri()
        + " answered "
        + response.statusCode()
        + ": "
        + response.body().strip();
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new LocalFailure("The order view's answer is not JSON: " + body, e);
    }
  }
}
