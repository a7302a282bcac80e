package io.baedal.e2e;

import io.baedal.web.test.PublishedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Checks every answer of our own APIs against the OpenAPI documents that its part publishes. */
final class Published {

  /** The engine's REST API and webapps, health and metrics, and the documents themselves. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "/(engine-rest|camunda|actuator|livez|readyz|v3/api-docs|openapi|swagger-ui)([/.].*)?");

  /** By the address of the part; fetched before its first answer is checked. */
  private static final Map<URI, PublishedApi> APIS = new ConcurrentHashMap<>();

  /**
   * @throws UndescribedAnswer if the answer is not as the part publishes
   */
  static void check(HttpResponse<String> answer) {
    String path = answer.uri().getRawPath();
    if (NOT_OURS.matcher(path).matches()) {
      return;
    }
    PublishedApi api = APIS.computeIfAbsent(answer.uri().resolve("/"), Published::read);
    List<String> differences = differences(api, answer);
    if (!differences.isEmpty()) {
      throw new UndescribedAnswer(
          answer.request().method()
              + " "
              + answer.uri()
              + " answered "
              + answer.statusCode()
              + " "
              + answer.body()
              + ", but "
              + String.join("; ", differences));
    }
  }

  private static List<String> differences(PublishedApi api, HttpResponse<String> answer) {
    return api.differences(
        answer.request().method(),
        answer.uri().getRawPath(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse(""),
        answer.body());
  }

  private static PublishedApi read(URI part) {
    try {
      return PublishedApi.of(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Published() {}
}
