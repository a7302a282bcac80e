package io.baedal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.web.problem.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** A service's OpenAPI document, adapted for clients of the gateway. */
final class PublishedApi {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Problems that the gateway can answer with to any request. */
  private static final List<ProblemType> GATEWAY_PROBLEMS =
      List.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.FOREIGN_ORIGIN,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.REQUEST_TIMEOUT,
          ProblemType.PAYLOAD_TOO_LARGE,
          ProblemType.URI_TOO_LONG,
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          ProblemType.EXPECTATION_FAILED,
          ProblemType.MISDIRECTED_REQUEST,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE,
          ProblemType.INTERNAL_ERROR,
          ProblemType.BAD_GATEWAY,
          ProblemType.SERVICE_UNAVAILABLE,
          ProblemType.GATEWAY_TIMEOUT,
          ProblemType.HTTP_VERSION_NOT_SUPPORTED);

  private static final String PROBLEM = "GatewayProblem";

  /** Removes paths that are not exposed, and adds the answers of the gateway. */
  static JsonNode of(Service service, JsonNode document) {
    if (!(document instanceof ObjectNode api) || !api.has("openapi")) {
      return document;
    }
    // replaces the address of the service, which may be unreachable for browsers
    api.putArray("servers").addObject().put("url", "/");
    api.withObjectProperty("paths")
        .properties()
        .removeIf(path -> !retainExposed(service, path.getKey(), path.getValue()));
    describeProblem(api.withObjectProperty("components").withObjectProperty("schemas"));
    return api;
  }

  /** Removes operations that are not exposed; returns false if none is left. */
  private static boolean retainExposed(Service service, String template, JsonNode path) {
    if (!(path instanceof ObjectNode operations)) {
      return false;
    }
    operations.retain(exposed(service, template, operations));
    List<JsonNode> remaining =
        operations.properties().stream()
            .filter(field -> METHODS.contains(field.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    remaining.forEach(PublishedApi::addGatewayProblems);
    return !remaining.isEmpty();
  }

  private static Set<String> exposed(Service service, String template, ObjectNode operations) {
    PathContainer path = PathContainer.parsePath(template.replaceAll("\\{[^}]*}", "x"));
    Set<String> methods =
        ExposedPath.ALL.stream()
            .filter(exposed -> exposed.service() == service && exposed.matches(path))
            .flatMap(exposed -> exposed.methods().stream())
            .map(HttpMethod::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return operations.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !METHODS.contains(field) || methods.contains(field))
        .collect(Collectors.toSet());
  }

  private static void addGatewayProblems(JsonNode operation) {
    ObjectNode answers = ((ObjectNode) operation).withObjectProperty("responses");
    for (ProblemType type : GATEWAY_PROBLEMS) {
      String status = Integer.toString(type.status().value());
      if (!answers.has(status)) {
        answers
            .putObject(status)
            .put("description", type.title())
            .putObject("content")
            .putObject("application/problem+json")
            .putObject("schema")
            .put("$ref", "#/components/schemas/" + PROBLEM);
      }
    }
  }

  private static void describeProblem(ObjectNode schemas) {
    ObjectNode problem = schemas.putObject(PROBLEM).put("type", "object");
    problem.putArray("required").add("type").add("title").add("status").add("detail");
    ObjectNode members = problem.putObject("properties");
    members.putObject("type").put("type", "string").put("format", "uri");
    members.putObject("title").put("type", "string");
    members.putObject("status").put("type", "integer").put("format", "int32");
    members.putObject("detail").put("type", "string");
    ObjectNode error = members.putObject("errors").put("type", "array").putObject("items");
    error.put("type", "object").putArray("required").add("field").add("message");
    ObjectNode errorMembers = error.putObject("properties");
    errorMembers.putObject("field").put("type", "string");
    errorMembers.putObject("message").put("type", "string");
  }

  private PublishedApi() {}
}
