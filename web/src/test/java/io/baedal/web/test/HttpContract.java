package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpHeaders.ACCEPT;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.web.request.Component;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.PathId;
import io.baedal.web.request.PathName;
import io.baedal.web.request.Query;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The HTTP contract of a service. It reads the operations from Spring MVC, so that it covers new
 * controllers without a change. A subclass is a test of a complete service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpContract implements KnownLicences {

  /** Requests for each operation; more with {@code -Dhttp.requests=5000}. */
  private static final int RANDOM_REQUESTS = Integer.getInteger("http.requests", 200);

  private static final String ID = RandomRequests.ID;

  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  /** Adds the headers that each request of the service needs, such as a login. */
  protected MockHttpServletRequestBuilder prepare(MockHttpServletRequestBuilder request) {
    return request;
  }

  Stream<Operation> operations() {
    return Operation.all(requestMappingHandlerMapping).stream();
  }

  Stream<Operation> operationsWithBody() {
    return operations().filter(operation -> operation.has(RequestBody.class));
  }

  Stream<Operation> operationsWithoutBody() {
    return operations().filter(operation -> !operation.has(RequestBody.class));
  }

  Stream<Operation> changes() {
    return operations().filter(Operation::changesSomething);
  }

  Stream<Operation> operationsOnIds() {
    return operations()
        .filter(operation -> operation.has(OrderPath.class) || operation.has(PathId.class));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void readsItsArgumentsWithTheSharedResolvers(Operation operation) {
    Set<Class<? extends Annotation>> springAnnotations =
        Set.of(RequestParam.class, ModelAttribute.class, PathVariable.class);
    assertThat(springAnnotations).noneMatch(operation::has);
    if (operation.has(RequestBody.class)) {
      assertThat(operation.bodyType()).matches(Class::isRecord, "is a record");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesAnUnknownParameter(Operation operation) throws Exception {
    JsonNode problem = problem(400, "invalid-request", to(operation, "frobnicate=1"));
    assertThat(problem.findValuesAsText("field")).contains("frobnicate");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesAParameterThatIsNotPercentEncoded(Operation operation) throws Exception {
    for (String broken : List.of("size=%zz", "size=%C3", "%zz=1", "size=%", "size=%C0%80")) {
      problem(400, "invalid-request", to(operation, broken));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesASingleParameterThatIsGivenTwice(Operation operation) throws Exception {
    if (!operation.has(Query.class)) {
      return;
    }
    for (Component component : Component.of(operation.queryType())) {
      if (!component.isList()) {
        String name = component.name();
        JsonNode problem =
            problem(400, "invalid-request", to(operation, name + "=1&" + name + "=1"));
        assertThat(problem.findValuesAsText("field")).contains(name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesUnacceptableMediaTypes(Operation operation) throws Exception {
    for (String accept :
        List.of(
            "application/json;charset=utf-16",
            "text/csv",
            "application/problem+json",
            "application/json;q=0",
            "nonsense",
            "a/b,".repeat(60) + "application/json")) {
      problem(406, "not-acceptable", to(operation, "").header(ACCEPT, accept));
    }
  }

  /** Also if the client accepts other types, in several header lines. */
  @ParameterizedTest
  @MethodSource("operations")
  void answersInJsonIfTheClientAcceptsIt(Operation operation) throws Exception {
    for (String other :
        List.of(
            "application/json;charset=utf-16",
            "application/json;version=2",
            "application/json;q=0.1, text/html",
            "application/yaml")) {
      for (String[] accept : new String[][] {{"*/*", other}, {other, "application/*"}}) {
        MockHttpServletResponse answer =
            perform(to(operation, "").header(ACCEPT, (Object[]) accept));
        String context = Arrays.toString(accept) + " " + answer.getStatus();
        assertThat(answer.getStatus()).as(context).isNotEqualTo(406).isLessThan(500);
        assertThat(answer.getContentType())
            .as(context)
            .isEqualTo(answer.getStatus() < 400 ? "application/json" : "application/problem+json");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operationsOnIds")
  void refusesAnInvalidId(Operation operation) throws Exception {
    for (String id : List.of("1-1-1-1-1", "x", "-1", "00", "030", ID + "0", "٣")) {
      var bad =
          new Operation(
              operation.method(),
              operation.pattern().replaceAll("\\{[^}]+}", id),
              operation.handler());
      JsonNode problem = problem(400, "invalid-request", to(bad, ""));
      assertThat(problem.path("errors")).hasSize(1);
      String field = problem.at("/errors/0/field").asText();
      assertThat(operation.pattern()).contains("{" + field + "}");
      assertThat(problem.at("/errors/0/message").asText()).startsWith("must be a UUID");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesAnInvalidName(Operation operation) throws Exception {
    if (!operation.has(PathName.class)) {
      return;
    }
    for (String name : List.of(" x", "x ", "a\u200bb", "x".repeat(1000))) {
      var bad =
          new Operation(
              operation.method(),
              operation.pattern().replaceAll("\\{[^}]+}", name),
              operation.handler());
      JsonNode problem = problem(400, "invalid-request", to(bad, ""));
      assertThat(operation.pattern()).contains("{" + problem.at("/errors/0/field").asText() + "}");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesAmbiguousPaths(Operation operation) throws Exception {
    for (String suffix : List.of(";b", ";a=b", "/.", "/%2e")) {
      var bad =
          new Operation(operation.method(), operation.pattern() + suffix, operation.handler());
      problem(400, "path-refused", to(bad, ""));
    }
  }

  @ParameterizedTest
  @MethodSource("operationsWithBody")
  void refusesInvalidBodies(Operation operation) throws Exception {
    for (String body :
        List.of(
            " ",
            "{",
            "[]",
            "null",
            "5",
            "\"x\"",
            "{} {}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "// {}",
            "\u0000",
            "[".repeat(5000),
            "[".repeat(32) + "1" + "]".repeat(32),
            "{\"a\":[" + "{},".repeat(10_000) + "{}]}")) {
      expectInvalid(operation, body, "body");
    }
    if (operation.requiresBody()) {
      expectInvalid(operation, "", "body");
    }
    expectInvalid(operation, "{\"a\":1,\"a\":2}", "a");
    JsonNode unknown = problem(400, "invalid-request", withBody(operation, "{\"Frobnicate\":1}"));
    assertThat(unknown.findValuesAsText("field")).contains("Frobnicate");
  }

  private void expectInvalid(Operation operation, String body, String field) throws Exception {
    JsonNode problem = problem(400, "invalid-request", withBody(operation, body));
    assertThat(problem.findValuesAsText("field")).as(body).containsExactly(field);
  }

  /** Even if the encoding could be guessed from the bytes. */
  @ParameterizedTest
  @MethodSource("operationsWithBody")
  void refusesBodiesThatAreNotUtf8(Operation operation) throws Exception {
    for (byte[] body :
        List.of(
            "{\"a\":\"김\"}".getBytes(StandardCharsets.UTF_16LE),
            "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
            new byte[] {0, 0, 0, '{', -1, -1, -1, -1})) {
      JsonNode problem = problem(400, "invalid-request", withBody(operation, "").content(body));
      assertThat(problem.findValuesAsText("field")).containsExactly("body");
    }
  }

  @ParameterizedTest
  @MethodSource("operationsWithBody")
  void refusesBodiesOfAnotherType(Operation operation) throws Exception {
    for (String type :
        List.of(
            "text/plain",
            "*/*",
            "application/*",
            "application/problem+json",
            "application/json;charset=utf-16",
            "application/x-www-form-urlencoded",
            "nonsense")) {
      var request = to(operation, "").content("{}");
      request.header("Content-Type", type);
      problem(415, "unsupported-media-type", request);
    }
    problem(415, "unsupported-media-type", to(operation, "").content("{}"));
    problem(
        415,
        "unsupported-media-type",
        withBody(operation, "{}").header("Content-Encoding", "gzip"));
  }

  @ParameterizedTest
  @MethodSource("operationsWithoutBody")
  void refusesABodyThatNoHandlerReads(Operation operation) throws Exception {
    if (operation.changesSomething()) {
      problem(400, "invalid-request", withBody(operation, "{\"courierId\":\"c\"}"));
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusesBodiesThatAreTooLarge(Operation operation) throws Exception {
    problem(413, "payload-too-large", withBody(operation, " ".repeat(5_000_000)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusesRequestsOfForeignPages(Operation operation) throws Exception {
    problem(403, "foreign-origin", to(operation, "").header("Origin", "http://evil.example"));
    problem(403, "foreign-origin", to(operation, "").header("Origin", "null"));
    problem(403, "foreign-origin", to(operation, "").header("Sec-Fetch-Site", "same-site"));
    problem(403, "foreign-origin", to(operation, "").header("Sec-Fetch-Site", "cross-site"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesPreflightsOfOtherOrigins(Operation operation) throws Exception {
    var preflight = new Operation(HttpMethod.OPTIONS, operation.pattern(), operation.handler());
    problem(
        403,
        "foreign-origin",
        to(preflight, "")
            .header("Origin", "http://evil.example")
            .header("Access-Control-Request-Method", operation.method().name()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesForeignHostNames(Operation operation) throws Exception {
    problem(421, "misdirected-request", to(operation, "").header("Host", "rebound.evil.example"));
  }

  @Test
  void answersWithAProblemOnUnknownPaths() throws Exception {
    problem(404, "not-found", prepare(request(HttpMethod.GET, "/nowhere")));
    problem(404, "not-found", prepare(request(HttpMethod.GET, "/error")));
  }

  @Test
  void answersWithAProblemOnUnsupportedMethods() throws Exception {
    Operation known = operations().findFirst().orElseThrow();
    var unknown = new Operation(HttpMethod.PATCH, known.pattern(), known.handler());
    problem(405, "method-not-allowed", to(unknown, ""));
    assertThat(perform(to(unknown, "")).getHeader("Allow")).contains(known.method().name());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isDescribed(Operation operation) throws Exception {
    JsonNode document =
        json.readTree(
            perform(prepare(request(HttpMethod.GET, "/v3/api-docs"))).getContentAsByteArray());
    JsonNode described =
        document
            .path("paths")
            .path(operation.pattern())
            .path(operation.method().name().toLowerCase(java.util.Locale.ROOT));
    assertThat(described.isMissingNode()).as("no description").isFalse();
    assertThat(described.path("summary").asText()).isNotBlank();
    assertThat(described.path("responses").has("400")).isTrue();
    List<String> variables =
        Arrays.stream(operation.pattern().split("/"))
            .filter(part -> part.startsWith("{"))
            .map(part -> part.substring(1, part.length() - 1))
            .toList();
    List<String> parameters =
        operation.has(Query.class)
            ? Component.of(operation.queryType()).stream().map(Component::name).toList()
            : List.of();
    Set<String> names =
        described.path("parameters").findValuesAsText("name").stream().collect(Collectors.toSet());
    assertThat(names).containsAll(variables).containsAll(parameters);
    assertThat(document.path("info").path("title").asText()).startsWith("Baedal ");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersAsDescribedToAnyRequest(Operation operation) throws Exception {
    var description =
        new ApiDescription(
            json.readTree(
                perform(prepare(request(HttpMethod.GET, "/v3/api-docs"))).getContentAsByteArray()));
    var described = description.described(operation.method().name(), operation.pattern());
    for (int seed = 1; seed <= RANDOM_REQUESTS; seed++) {
      var asked =
          new RandomRequests(description, seed * 31L + operation.toString().hashCode())
              .to(described);
      MockHttpServletResponse answer = perform(prepare(mock(asked)));
      String body = answer.getContentAsString(StandardCharsets.UTF_8);
      String context = "seed " + seed + ": " + answer.getStatus() + " " + body;
      assertThat(answer.getStatus()).as(context).isLessThan(500);
      String type = answer.getStatus() < 400 ? "application/json" : "application/problem+json";
      assertThat(answer.getContentType()).as(context).isEqualTo(type);
      assertThat(description.differences(described, answer.getStatus(), type, body))
          .as(context)
          .isEmpty();
    }
  }

  private static MockHttpServletRequestBuilder mock(RandomRequests.Request asked) {
    String[] target = asked.target().split("\\?", 2);
    MockHttpServletRequestBuilder request =
        request(HttpMethod.valueOf(asked.method()), URI.create(target[0]))
            .with(
                sent -> {
                  sent.setQueryString(target.length == 1 ? null : target[1]);
                  return sent;
                });
    asked.headers().forEach(request::header);
    return asked.body().isEmpty() ? request : request.content(asked.body());
  }

  private MockHttpServletRequestBuilder to(Operation operation, String query) {
    return prepare(request(operation.method(), operation.path()))
        .with(
            asked -> {
              asked.setQueryString(query.isEmpty() ? null : query);
              return asked;
            });
  }

  private MockHttpServletRequestBuilder withBody(Operation operation, String body) {
    return to(operation, "").contentType(APPLICATION_JSON).content(body);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse();
  }

  private JsonNode problem(int status, String type, MockHttpServletRequestBuilder request)
      throws Exception {
    MockHttpServletResponse answer = perform(request);
    String body = answer.getContentAsString();
    assertThat(answer.getStatus()).as(body).isEqualTo(status);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; frame");
    JsonNode problem = json.readTree(body);
    assertThat(problem.path("type").asText()).isEqualTo("urn:baedal:problem:" + type);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(body).doesNotContain("io.baedal", "java.", "Exception");
    return problem;
  }
}
