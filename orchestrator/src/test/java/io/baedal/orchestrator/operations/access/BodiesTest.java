package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.BufferedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodiesTest {

  private final Bodies bodies = new Bodies(100);

  @Test
  void readsABodyThatCanBeReadAgain() throws Exception {
    BufferedRequest request = bodies.read(request("abc"), 3);
    assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("abc");
    assertThat(request.getReader().readLine()).isEqualTo("abc");
  }

  @Test
  void limitsEachBodyWithAndWithoutADeclaredLength() {
    assertRefused(request("abcd"), 3, ProblemType.PAYLOAD_TOO_LARGE);
    assertRefused(withoutLength("abcd"), 3, ProblemType.PAYLOAD_TOO_LARGE);
    assertThat(bodies.held()).isZero();
  }

  @Test
  void limitsAllBodiesTogether() throws Exception {
    BufferedRequest first = bodies.read(request("x".repeat(60)), 100);
    assertRefused(withoutLength("x".repeat(60)), 100, ProblemType.OVERLOADED);
    assertThat(bodies.held()).isEqualTo(60);

    bodies.release(first);
    assertThat(bodies.read(withoutLength("x".repeat(60)), 100).getContentLength()).isEqualTo(60);
  }

  @Test
  void refusesAnEncodedBody() {
    MockHttpServletRequest request = request("abc");
    request.addHeader("Content-Encoding", "gzip");
    assertRefused(request, 3, ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  private void assertRefused(MockHttpServletRequest request, int limit, ProblemType type) {
    assertThatThrownBy(() -> bodies.read(request, limit))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().type()).isEqualTo(type));
  }

  private static MockHttpServletRequest request(String body) {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContent(body.getBytes(UTF_8));
    return request;
  }

  private static MockHttpServletRequest withoutLength(String body) {
    var request =
        new MockHttpServletRequest("POST", "/") {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(body.getBytes(UTF_8));
    return request;
  }
}
