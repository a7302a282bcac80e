package io.baedal.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine;x/default/user",
        "/camunda/api/engine/engine;/default/user",
        "/camunda/api;aaaaaa/engine/default/task",
        "/camunda;a/x/../api/engine/default/task",
        "/camunda/api//engine/engine/default/task",
        "/camunda/./api/engine/engine/default/task",
        "/camunda/api/engine/..",
        "/camunda/api/engine%3Bx/engine",
        "/camunda/api/%65ngine/engine",
        "/camunda/api/engine%2fengine",
        "/camunda/%2e%2e/engine-rest",
        "/camunda\\api",
        "/camunda/%5capi",
        "/camunda/%00",
        "/camunda/%zz",
        "/camunda/%"
      })
  void refusesAmbiguousPaths(String path) {
    assertThat(PlainPathFilter.isPlain(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/camunda/app/cockpit/default/",
        "/camunda/api/engine/engine/default/process-definition/OrderFulfillment:1:7f56c477-e69e/xml",
        "/camunda/api/engine/engine/default/process-definition/OrderFulfillment%3A1%3A7f56/xml",
        "/camunda/lib/globalize.min.js",
        "/engine-rest/user/a%20b%40c/%EB%B0%B0",
        "/swagger-ui/index.html",
        "/v3/api-docs",
        "/.well-known/x"
      })
  void allowsPlainPaths(String path) {
    assertThat(PlainPathFilter.isPlain(path)).isTrue();
  }
}
