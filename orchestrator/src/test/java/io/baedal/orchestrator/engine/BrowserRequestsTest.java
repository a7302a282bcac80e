package io.baedal.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserRequestsTest {

  private final BrowserRequests filter =
      new BrowserRequests(List.of("Orders.example.org", "*.corp.example"));

  @ParameterizedTest
  @CsvSource({
    "http://evil.example,",
    "http://evil.example, same-origin",
    "null,",
    "http://localhost:8081,",
    "http://localhost,",
    "http://localhost:8080.evil.example,",
    "http://localhost:8080@evil.example,",
    "not an origin,",
    "'',",
    ", cross-site",
    ", same-site",
    ", Cross-Site",
    ", ''",
    "http://localhost:8080, same-site",
    "http://localhost:8080, cross-site"
  })
  void refusesAWriteThatAForeignPageMayHaveSent(
      @Nullable String origin, @Nullable String secFetchSite) throws Exception {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND")) {
      for (String path :
          List.of("/engine-rest/deployment/create", "/camunda/api/x", "/reconciliations")) {
        assertThat(send(method, path, "localhost:8080", origin, secFetchSite))
            .as(method + " " + path)
            .isEqualTo(403);
      }
    }
    assertThat(send("GET", "/orders", "localhost:8080", origin, secFetchSite)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080,,",
    "localhost:8080, http://localhost:8080, same-origin",
    "localhost:8080, HTTP://LOCALHOST:8080,",
    "localhost:8080,, none",
    "orders.example.org, https://orders.example.org, same-origin",
    "[::1]:8080, http://[::1]:8080, same-origin"
  })
  void letsOurOwnPagesAndProgramsWrite(
      String host, @Nullable String origin, @Nullable String secFetchSite) throws Exception {
    assertThat(send("POST", "/reconciliations", host, origin, secFetchSite)).isEqualTo(200);
  }

  @Test
  void oneForeignOriginAmongSeveralIsEnough() throws Exception {
    MockHttpServletRequest request = request("POST", "/reconciliations", "localhost");
    request.addHeader("Origin", "http://localhost");
    request.addHeader("Origin", "http://evil.example");
    assertThat(send(request)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:18080",
        "127.0.0.1:8080",
        "10.1.2.3",
        "[::1]:8080",
        "orchestrator:8080",
        "baedal-orchestrator",
        "ORDERS.example.org",
        "orders.example.org:443",
        "a.corp.example"
      })
  void answersToAddressesPlainNamesAndConfiguredOnes(String host) throws Exception {
    assertThat(send("GET", "/stuck-orders", host, null, null)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "orders.example.org.evil.example",
        "corp.example",
        "evilcorp.example",
        "local host",
        ""
      })
  void doesNotAnswerToNamesThatSomebodyElseCanHaveResolveToIt(String host) throws Exception {
    Stream.of("/stuck-orders", "/camunda/app/cockpit/default/", "/engine-rest/task", "/v3/api-docs")
        .forEach(path -> assertThat(status("GET", path, host)).as(path).isEqualTo(421));
  }

  private int status(String method, String path, String host) {
    try {
      return send(method, path, host, null, null);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private int send(
      String method,
      String path,
      String host,
      @Nullable String origin,
      @Nullable String secFetchSite)
      throws Exception {
    MockHttpServletRequest request = request(method, path, host);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    if (secFetchSite != null) {
      request.addHeader("Sec-Fetch-Site", secFetchSite);
    }
    return send(request);
  }

  private int send(MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  private static MockHttpServletRequest request(String method, String path, String host) {
    var request = new MockHttpServletRequest(method, path);
    request.addHeader("Host", host);
    return request;
  }
}
