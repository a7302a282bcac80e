package io.baedal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain HTTP with JSON. Fails if an answer of our own APIs differs from its OpenAPI document. */
final class Http {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /** An answer; {@code body} is a missing node when there was no body, or it was not JSON. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  static Answer get(URI address, String... headers) {
    return send(HttpRequest.newBuilder(address).GET(), headers);
  }

  static Answer delete(URI address, String... headers) {
    return send(HttpRequest.newBuilder(address).DELETE(), headers);
  }

  static Answer post(URI address, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        headers);
  }

  static Answer put(URI address, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)),
        headers);
  }

  private static Answer send(HttpRequest.Builder request, String... headers) {
    try {
      if (headers.length > 0) {
        request.headers(headers);
      }
      var response =
          CLIENT.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
      Published.check(response);
      return new Answer(response.statusCode(), json(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private Http() {}
}
