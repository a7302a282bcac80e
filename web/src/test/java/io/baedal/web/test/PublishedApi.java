package io.baedal.web.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.web.test.ApiDescription.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenAPI documents that one running component publishes: a service publishes its own, the
 * gateway several.
 */
public final class PublishedApi {

  /** The statuses allowed where nothing is described: there is no such path, or no login. */
  private static final Set<Integer> NOTHING_THERE = Set.of(401, 404, 405);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ApiDescription> descriptions;

  public PublishedApi(List<ApiDescription> descriptions) {
    this.descriptions = List.copyOf(descriptions);
  }

  /** Reads what the component at an address publishes; it must be ready. */
  public static PublishedApi of(URI part) throws IOException, InterruptedException {
    JsonNode documents = get(part.resolve("/v3/api-docs/swagger-config"));
    List<ApiDescription> descriptions = new ArrayList<>();
    for (String url : documents.findValuesAsText("url")) {
      descriptions.add(new ApiDescription(get(part.resolve(url))));
    }
    return new PublishedApi(descriptions);
  }

  private static JsonNode get(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answers " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  public List<ApiDescription> descriptions() {
    return descriptions;
  }

  /**
   * Returns the differences between a response and the documents; empty if there are none. A
   * request that they do not describe must be refused.
   *
   * @param path without a query
   */
  public List<String> differences(
      String method, String path, int status, String contentType, String body) {
    for (ApiDescription description : descriptions) {
      Optional<Operation> operation = description.operation(method, path);
      if (operation.isPresent()) {
        return method.equals("HEAD")
            ? description.headDifferences(operation.get(), status)
            : description.differences(operation.get(), status, contentType, body);
      }
    }
    return NOTHING_THERE.contains(status)
        ? problemDifferences(status, contentType, body)
        : List.of(method + " " + path + " is not described, and answered " + status);
  }

  /** Returns why a response is not a problem document of its status. */
  public static List<String> problemDifferences(int status, String contentType, String body) {
    if (!contentType.startsWith("application/problem+json")) {
      return List.of("an error of type '" + contentType + "' is no problem document");
    }
    try {
      JsonNode problem = JSON.readTree(body);
      boolean complete =
          problem.path("type").isTextual()
              && problem.path("title").isTextual()
              && problem.path("detail").isTextual()
              && problem.path("status").asInt() == status;
      return complete ? List.of() : List.of("the problem lacks type, title, detail or its status");
    } catch (IOException e) {
      return List.of("the problem is not JSON: " + e.getMessage());
    }
  }
}
