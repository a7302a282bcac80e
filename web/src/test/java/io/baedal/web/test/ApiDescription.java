package io.baedal.web.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The responses that an OpenAPI document describes. A response must not have fields that the
 * document does not describe.
 */
public final class ApiDescription {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /**
   * One method and path.
   *
   * @param pattern such as {@code /orders/{orderId}}
   */
  public record Operation(String method, String pattern, JsonNode description, Pattern paths) {

    static Operation of(String method, String pattern, JsonNode description) {
      String paths =
          Pattern.compile("\\{[^}]+}")
              .splitAsStream(pattern + "/")
              .map(Pattern::quote)
              .collect(Collectors.joining("[^/]+"));
      return new Operation(method, pattern, description, Pattern.compile(paths));
    }

    boolean matches(String askedMethod, String path) {
      // a handler of GET also answers HEAD
      String described = askedMethod.equals("HEAD") ? "GET" : askedMethod;
      return method.equals(described) && paths.matcher(path + "/").matches();
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  /** Reads an OpenAPI 3.0 document. */
  public ApiDescription(JsonNode document) {
    this.document = document.deepCopy();
    close(this.document);
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(
                        method ->
                            Operation.of(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()))
                    .forEach(operations::add));
  }

  /** Allows no members of objects other than those described. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ApiDescription::close);
  }

  /** All operations, in the order of the document. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operation of a request; if several match, the one with the fewest variables. */
  public Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.matches(method, path))
        .min((one, other) -> Long.compare(variables(one), variables(other)));
  }

  private static long variables(Operation operation) {
    return operation.pattern().chars().filter(sign -> sign == '{').count();
  }

  /** The operation with exactly this pattern. */
  Operation described(String method, String pattern) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.pattern().equals(pattern))
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " " + pattern + " is not described"));
  }

  /**
   * Returns the differences between a response and the document; empty if there are none.
   *
   * @param contentType the header, empty if there was none
   * @param body empty if there was none
   */
  public List<String> differences(
      Operation operation, int status, String contentType, String body) {
    JsonNode response =
        resolve(operation.description().path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not described");
    }
    JsonNode contents = response.path("content");
    if (body.isEmpty()) {
      return contents.isEmpty() ? List.of() : List.of("a body is described, and there is none");
    }
    String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    JsonNode schema = contents.path(type).path("schema");
    if (!contents.has(type)) {
      return List.of("content type '" + type + "' is not described for status " + status);
    }
    if (!type.endsWith("json")) {
      return List.of();
    }
    if (schema.isMissingNode()) {
      return List.of("the body of status " + status + " has no schema");
    }
    try {
      return validate(operation + " " + status + " " + type, schema, JSON.readTree(body));
    } catch (IOException e) {
      return List.of("the body is not JSON: " + e.getMessage());
    }
  }

  /** Like {@link #differences} for a response to HEAD. */
  List<String> headDifferences(Operation operation, int status) {
    return operation.description().path("responses").has(Integer.toString(status))
        ? List.of()
        : List.of("status " + status + " is not described");
  }

  private List<String> validate(String key, JsonNode schema, JsonNode body) {
    return schemas.computeIfAbsent(key, first -> compile(schema)).validate(body).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode root = document.deepCopy();
    root.retain("components");
    JsonNode closed = schema.deepCopy();
    close(closed);
    root.putArray("allOf").add(closed);
    return SCHEMAS.getSchema(root);
  }

  /** A node, or the node that it refers to. */
  JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
