package io.baedal.local.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** HTTP calls of the commands to one service. Each failure has a one-line message. */
public final class Http {
  private static final JsonMapper JSON = new JsonMapper();

  /** The maximum length of an answer in a message: a proxy may answer with an HTML page. */
  private static final int LONGEST = 300;

  private final URI service;
  private final Duration patience;
  private final Supplier<@Nullable String> authorization;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  /**
   * @param patience how long an answer may take
   */
  public Http(URI service, Duration patience) {
    this(service, patience, () -> null);
  }

  /**
   * @param patience how long an answer may take
   * @param authorization the header of that name of each call
   */
  public Http(URI service, Duration patience, Supplier<@Nullable String> authorization) {
    this.service = service;
    this.patience = patience;
    this.authorization = authorization;
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).timeout(patience);
    String header = authorization.get();
    return header == null ? request : request.header("Authorization", header);
  }

  public HttpRequest.Builder post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public HttpRequest.Builder put(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(body));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (HttpConnectTimeoutException unreachable) {
      throw NotRunning.at(service.toString());
    } catch (HttpTimeoutException late) {
      throw new LocalFailure(
          service + " does not answer within " + patience.toSeconds() + " s.", late);
    } catch (IOException unreachable) {
      throw NotRunning.at(service.toString());
    } catch (InterruptedException e) {
      throw Pause.interrupted();
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new LocalFailure(refusal(response) + " It is not JSON.", e);
    }
  }

  /** A text as a segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** A field of an answer, which may be a JSON null; fails if the field is missing. */
  public static JsonNode field(JsonNode answer, String name) {
    JsonNode value = answer.get(name);
    if (value == null) {
      throw new LocalFailure(
          "The answer has no \"" + name + "\": is the service of another version?");
    }
    return value;
  }

  /** The message for an unexpected answer. */
  public static String refusal(HttpResponse<String> response) {
    return response.request().method()
        + " "
        + response.uri()
        + " answered "
        + response.statusCode()
        + ": "
        + beginning(Terminal.oneLine(response.body().strip()));
  }

  private static String beginning(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
