package io.baedal.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserHeadersTest {

  private static final String POLICY = "Content-Security-Policy";

  @ParameterizedTest
  @ValueSource(strings = {"/", "/orders", "/orders/swagger-ui/", "/v3/api-docs", "/camundas", ""})
  void answersLoadNothing(String path) {
    assertThat(BrowserHeaders.of(path).get(POLICY))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("script-src");
    assertThat(BrowserHeaders.of(path)).containsEntry("X-Frame-Options", "DENY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/swagger-ui.html", "/swagger-ui/index.html"})
  void thePagesOfTheDescriptionRunTheirOwnScriptsOnly(String path) {
    assertThat(BrowserHeaders.of(path).get(POLICY))
        .contains("script-src 'self';", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({"/camunda", "/camunda/app/cockpit/default/"})
  void theWebappsOfTheEngineHaveAPolicyOfTheirOwn(String path) {
    assertThat(BrowserHeaders.of(path))
        .doesNotContainKeys(POLICY, "X-Frame-Options")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }
}
