package io.baedal.web.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.web.test.ApiDescription.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Creates requests to described operations that are valid, nearly valid, or invalid. Equal seeds
 * create equal requests.
 */
public final class RandomRequests {

  /** The id of no fixture and no example, so that the requests change nothing that a test reads. */
  public static final String ID = "c0472ac7-0000-4000-8000-000000000000";

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "store-1",
          "김밥",
          "🍎",
          "a\nb",
          "\u0000",
          "\u200b",
          "\ud800",
          "x".repeat(3000),
          "0",
          "1",
          "-1",
          "13",
          "007",
          "0x10",
          "1e3",
          "1.5",
          "99999999999999999999",
          "true",
          "null",
          ID,
          "1-1-1-1-1",
          "2026-11-22T18:00:00Z",
          "1764288000",
          "9999-12-31T23:59:59Z",
          "KRW",
          "DEM",
          "APPROVED",
          "DELIVERED",
          "CANCELLED",
          "STORE_REJECTED",
          "'; DROP TABLE orders; --",
          "<b>",
          "${7*7}",
          "%zz",
          "../..",
          "a,b",
          "[]",
          "{}",
          "AAAAAAAAAAA");

  private static final List<String> ACCEPTED =
      List.of(
          "*/*", "application/json", "application/json;charset=utf-16", "text/html", "nonsense");

  private static final List<String> TYPES =
      List.of("application/json", "application/json;charset=utf-8", "text/plain", "*/*", "x");

  private final ApiDescription description;
  private final Random random;

  /**
   * A request.
   *
   * @param target path and query; only characters that a request line can contain
   * @param body empty if there is none
   */
  public record Request(String method, String target, Map<String, String> headers, String body) {}

  public RandomRequests(ApiDescription description, long seed) {
    this.description = description;
    this.random = new Random(seed);
  }

  /** The next request to an operation. */
  public Request to(Operation operation) {
    String target = path(operation.pattern()) + query(operation);
    Map<String, String> headers = new LinkedHashMap<>();
    if (random.nextInt(4) == 0) {
      headers.put("Accept", one(ACCEPTED));
    }
    if (random.nextInt(4) == 0) {
      headers.put("Idempotency-Key", one(TEXTS).replaceAll("[\\n\\u0000]", "?"));
    }
    String body = body(operation.description().path("requestBody"));
    if (!body.isEmpty()) {
      headers.put("Content-Type", random.nextInt(8) == 0 ? one(TYPES) : "application/json");
    }
    return new Request(operation.method(), target, headers, body);
  }

  private String path(String pattern) {
    Matcher variables = VARIABLE.matcher(pattern);
    return variables.replaceAll(
        variable ->
            random.nextBoolean()
                ? ID.replaceFirst(".$", "" + random.nextInt(10))
                : Matcher.quoteReplacement(segment(one(TEXTS))));
  }

  /** Never empty and without a slash, so that the path still matches the operation. */
  private static String segment(String text) {
    String plain = text.replaceAll("[/\\\\.;\\u0000\\n]", "");
    return plain.isEmpty() ? "x" : encode(plain);
  }

  private String query(Operation operation) {
    List<JsonNode> parameters =
        StreamSupport.stream(operation.description().path("parameters").spliterator(), false)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .toList();
    var query = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean unknown = parameters.isEmpty() || random.nextInt(10) == 0;
      JsonNode parameter = unknown ? JSON.missingNode() : one(parameters);
      String name = unknown ? encode(one(TEXTS)) : parameter.path("name").asText();
      String value =
          random.nextInt(3) == 0 ? fitting(parameter.path("schema")).asText() : one(TEXTS);
      query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
      query.append(random.nextInt(8) == 0 ? raw(value) : encode(value));
    }
    return query.toString();
  }

  /** Not encoded; characters that a request line cannot contain are removed. */
  private static String raw(String text) {
    return text.replaceAll("[^!-~]", "");
  }

  private String body(JsonNode described) {
    if (described.isMissingNode()) {
      return random.nextInt(10) == 0 ? one(TEXTS) : "";
    }
    if (random.nextInt(20) == 0) {
      return random.nextBoolean() ? "" : one(TEXTS);
    }
    JsonNode schema = described.path("content").path("application/json").path("schema");
    return switch (random.nextInt(3)) {
      case 0 -> fitting(schema).toString();
      case 1 -> spoilt(fitting(schema)).toString();
      default -> object(schema).toString();
    };
  }

  /** A value that fits its description, as far as the description is specific. */
  private JsonNode fitting(JsonNode described) {
    JsonNode schema = description.resolve(described);
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    if (schema.path("anyOf").size() > 0) {
      return fitting(schema.path("anyOf").get(0));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        boolean all = random.nextInt(3) == 0;
        List<String> required = texts(schema.path("required"));
        schema
            .path("properties")
            .properties()
            .forEach(
                property -> {
                  if (all || required.contains(property.getKey()) || random.nextInt(3) == 0) {
                    object.set(property.getKey(), fitting(property.getValue()));
                  }
                });
        yield object;
      }
      case "array" ->
          JSON.arrayNode().add(fitting(schema.path("items"))).add(fitting(schema.path("items")));
      case "integer", "number" -> JSON.numberNode(schema.path("minimum").asLong(0) + 1);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Half of them the example, since only some texts name something that exists. */
  private String text(JsonNode schema) {
    if (schema.path("example").isTextual() && random.nextBoolean()) {
      return schema.path("example").asText();
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> ID;
      case "date-time" -> "2026-11-22T18:00:00Z";
      default -> schema.path("maxLength").asInt(3) == 3 ? "KRW" : "store-" + random.nextInt(100);
    };
  }

  /** The same value with one error. */
  private JsonNode spoilt(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      String name = one(object.properties().stream().map(Map.Entry::getKey).toList());
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(
            name,
            object.get(name).isContainerNode() && random.nextBoolean()
                ? spoilt(object.get(name))
                : anything(0));
      }
      return object;
    }
    return anything(0);
  }

  /** An object with the described names and arbitrary values. */
  private ObjectNode object(JsonNode described) {
    ObjectNode object = JSON.objectNode();
    description
        .resolve(described)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (random.nextInt(5) > 0) {
                object.set(property.getKey(), value(property.getValue()));
              }
            });
    if (random.nextInt(10) == 0) {
      object.put(one(TEXTS), one(TEXTS));
    }
    return object;
  }

  private JsonNode value(JsonNode described) {
    JsonNode schema = description.resolve(described);
    if (!schema.path("type").asText().equals("array") || random.nextInt(6) == 0) {
      return anything(0);
    }
    JsonNode items = description.resolve(schema.path("items"));
    var list = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(items.has("properties") ? object(items) : JSON.textNode(one(TEXTS)));
    }
    return list;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2, 3, 4 -> JSON.numberNode(random.nextInt(2000) - 100L);
      case 5 -> JSON.numberNode(random.nextLong());
      case 6 -> JSON.numberNode(random.nextDouble());
      case 7 -> depth > 2 ? JSON.arrayNode() : JSON.objectNode().set("a", anything(depth + 1));
      default -> JSON.textNode(one(TEXTS));
    };
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
