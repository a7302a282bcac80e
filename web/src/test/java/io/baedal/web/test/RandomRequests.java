package io.baedal.web.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.web.request.Component;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Makes requests to an operation that are nearly right, or quite wrong. Equal seeds, equal
 * requests.
 */
final class RandomRequests {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

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
          HttpContract.ID,
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

  private final Random random;

  RandomRequests(long seed) {
    this.random = new Random(seed);
  }

  MockHttpServletRequestBuilder to(HttpContract.Operation operation) {
    String path = path(operation.pattern());
    String query = query(operation);
    MockHttpServletRequestBuilder request =
        request(operation.method(), URI.create(path))
            .with(
                asked -> {
                  asked.setQueryString(query);
                  return asked;
                });
    if (random.nextInt(4) == 0) {
      request.header("Accept", one(ACCEPTED));
    }
    if (random.nextInt(4) == 0) {
      request.header("Idempotency-Key", one(TEXTS).replaceAll("[\\n\\u0000]", "?"));
    }
    if (operation.bodyType() == null ? random.nextInt(10) == 0 : random.nextInt(20) > 0) {
      String body =
          operation.bodyType() == null || random.nextInt(10) == 0
              ? one(TEXTS)
              : object(operation.bodyType()).toString();
      request
          .content(body)
          .header(
              "Content-Type",
              random.nextInt(8) == 0 ? one(TYPES) : MediaType.APPLICATION_JSON_VALUE);
    }
    return request;
  }

  private String path(String pattern) {
    Matcher variables = VARIABLE.matcher(pattern);
    return variables.replaceAll(
        variable ->
            random.nextBoolean()
                ? HttpContract.ID.replaceFirst(".$", "" + random.nextInt(10))
                : Matcher.quoteReplacement(segment(one(TEXTS))));
  }

  /** Never empty and without a slash, so that the path stays that of the operation. */
  private static String segment(String text) {
    String plain = text.replaceAll("[/\\\\.;\\u0000\\n]", "");
    return plain.isEmpty() ? "x" : encode(plain);
  }

  private String query(HttpContract.Operation operation) {
    List<Component> parameters =
        operation.queryType() == null ? List.of() : Component.of(operation.queryType());
    var query = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name =
          parameters.isEmpty() || random.nextInt(10) == 0
              ? encode(one(TEXTS))
              : one(parameters).name();
      String value = one(TEXTS);
      query.append(name).append('=').append(random.nextInt(8) == 0 ? raw(value) : encode(value));
      query.append('&');
    }
    return query.isEmpty() ? null : query.toString();
  }

  /** As a careless client sends it, as far as a request line can hold it. */
  private static String raw(String text) {
    return text.replaceAll("[^!-~]", "");
  }

  private JsonNode value(Component component, int depth) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    int kind = random.nextInt(12);
    if (component.isList() && kind > 1) {
      var list = json.arrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(
            component.element().isRecord()
                ? object(component.element())
                : json.textNode(one(TEXTS)));
      }
      return list;
    }
    return switch (kind) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2, 3, 4 -> json.numberNode(random.nextInt(2000) - 100L);
      case 5 -> json.numberNode(random.nextLong());
      case 6 -> json.numberNode(random.nextDouble());
      case 7 ->
          depth > 2 ? json.arrayNode() : json.objectNode().set("a", value(component, depth + 1));
      default -> json.textNode(one(TEXTS));
    };
  }

  private ObjectNode object(Class<?> type) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Component component : Component.of(type)) {
      if (random.nextInt(5) > 0) {
        object.set(component.name(), value(component, 0));
      }
    }
    if (random.nextInt(10) == 0) {
      object.put(one(TEXTS), one(TEXTS));
    }
    return object;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
