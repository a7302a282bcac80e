package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.operations.access.QueryExpressionFilter.Finding;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** CVE-2026-109432: expressions inside {@code orQueries}. */
class QueryExpressionFilterTest {

  private static final String WITH_EXPRESSION =
      "{\"orQueries\":[{\"assigneeExpression\":\"${x}\"}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        WITH_EXPRESSION,
        "{\"orQueries\":[{\"name\":\"a\"},{\"candidateGroupsExpression\":\"${x}\"}]}",
        "{\"query\":{\"orQueries\":[{\"dueAfterExpression\":\"${x}\"}]}}",
        "{\"orQueries\":[{\"orQueries\":[]},{\"ownerExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"ownerExpression\":\"${x}\"}]}]}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"${x}\"}]}",
        "{\"or\\u0051ueries\":[{\"assigneeExpression\":\"${x}\"}]}",
        "{\"orQueries\":[],\"orQueries\":[{\"ownerExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"deeper\":{\"ownerExpression\":\"${x}\"}}]}",
        "{\"orqueries\":[{\"ownerexpression\":\"${x}\"}]}",
        "[{\"orQueries\":{\"ownerExpression\":\"${x}\"}}]",
        "{} {\"orQueries\":[{\"ownerExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"ownerExpression\":\"${x}\"}], broken"
      })
  void findsAnExpressionInOrQueries(String body) {
    for (Charset charset :
        List.of(UTF_8, UTF_16, UTF_16LE, UTF_16BE, Charset.forName("UTF-32BE"))) {
      assertThat(inspect(body.getBytes(charset))).as(charset.name()).isEqualTo(Finding.EXPRESSION);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assignee\":\"operator\"}]}",
        "{\"assigneeExpression\":\"not in orQueries\"}",
        "{\"orQueries\":[{\"name\":\"x\"}],\"ownerExpression\":\"outside\"}",
        "{\"note\":\"orQueries\",\"list\":[{\"fooExpression\":1}]}",
        "[]",
        ""
      })
  void findsNothingInOtherBodies(String body) {
    assertThat(inspect(body.getBytes(UTF_8))).isEqualTo(Finding.NOTHING);
  }

  @Test
  void findsDeepExpressionsAndRefusesTooDeepBodies() {
    String deep = "{\"a\":".repeat(900) + "{\"orQueries\":[{\"xExpression\":1}]}" + "}".repeat(900);
    assertThat(inspect(deep.getBytes(UTF_8))).isEqualTo(Finding.EXPRESSION);
    String deeper = "[".repeat(5_000) + WITH_EXPRESSION + "]".repeat(5_000);
    assertThat(inspect(deeper.getBytes(UTF_8))).isEqualTo(Finding.NOT_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "/engine-rest/task, application/json",
    "/engine-rest/task, application/json;charset=utf-16",
    "/engine-rest/task, application/hal+json",
    "/engine-rest/task, text/plain",
    "/engine-rest/task, application/x-www-form-urlencoded",
    "/engine-rest/task, multipart/form-data",
    "/engine-rest/task, nonsense",
    "/engine-rest/task,",
    "/camunda/api/engine/engine/default/task, application/json"
  })
  void ignoresTheDeclaredContentType(String path, String contentType) throws Exception {
    var answer = new MockHttpServletResponse();
    assertThat(passes(path, contentType, WITH_EXPRESSION.getBytes(UTF_8), answer)).isFalse();
    assertThat(answer.getContentAsString()).contains("query-expression-refused");
  }

  @Test
  void refusesABodyThatIsNeitherJsonNorAForm() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(WITH_EXPRESSION.getBytes(UTF_8));
    }
    var answer = new MockHttpServletResponse();
    assertThat(passes("/engine-rest/task", "application/json", zipped.toByteArray(), answer))
        .isFalse();
    assertThat(answer.getContentAsString()).contains("invalid-request", "must be JSON");

    byte[] form = "--x\r\n\r\n<definitions/>\r\n--x--".getBytes(UTF_8);
    assertThat(
            passes(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=x",
                form,
                new MockHttpServletResponse()))
        .isTrue();
  }

  /** Sends a body without a declared length, as HTTP/2 allows; returns whether it passes. */
  private static boolean passes(
      String path, String contentType, byte[] body, MockHttpServletResponse answer)
      throws ServletException, IOException {
    var request =
        new MockHttpServletRequest("POST", path) {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContentType(contentType);
    request.setContent(body);
    var chain = new MockFilterChain();
    new QueryExpressionFilter().doFilter(new Bodies(1_000).read(request, 1_000), answer, chain);
    return chain.getRequest() != null;
  }

  private static Finding inspect(byte[] body) {
    return QueryExpressionFilter.inspect(new ByteArrayInputStream(body));
  }
}
