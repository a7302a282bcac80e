package io.baedal.gateway.login;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.baedal.web.test.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An identity provider whose answers a test chooses; its pages are not needed. */
final class Provider implements AutoCloseable {

  private final TestIssuer issuer = new TestIssuer();
  private final WireMockServer tokens = new WireMockServer(options().dynamicPort());

  Provider() {
    tokens.start();
  }

  TestIssuer issuer() {
    return issuer;
  }

  void register(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", issuer::issuer);
    properties.add("gateway.login.token-uri", () -> tokens.baseUrl() + "/oauth2/token");
  }

  /** Answers a code with these tokens. */
  void acceptCode(String accessToken, Duration valid, String nonce) {
    tokens.stubFor(
        post(urlEqualTo("/oauth2/token"))
            .withRequestBody(containing("grant_type=authorization_code"))
            .withRequestBody(containing("code_verifier="))
            .willReturn(okJson(answer(accessToken, valid, nonce))));
  }

  void acceptRefresh(String accessToken) {
    tokens.stubFor(
        post(urlEqualTo("/oauth2/token"))
            .withRequestBody(containing("grant_type=refresh_token"))
            .willReturn(okJson(answer(accessToken, Duration.ofMinutes(15), null))));
  }

  void refuseRefresh() {
    tokens.stubFor(
        post(urlEqualTo("/oauth2/token"))
            .withRequestBody(containing("grant_type=refresh_token"))
            .willReturn(
                status(400)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\": \"invalid_grant\"}")));
  }

  private String answer(String accessToken, Duration valid, String nonce) {
    String idToken =
        issuer.token(
            claims ->
                claims
                    .audience("gateway")
                    .claim("nonce", nonce)
                    .claim("roles", List.of("customer"))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300))));
    return """
        {"access_token": "%s", "token_type": "Bearer", "expires_in": %d, "refresh_token": "again",
         "id_token": "%s", "scope": "openid"}
        """
        .formatted(accessToken, valid.toSeconds(), idToken);
  }

  @Override
  public void close() {
    tokens.stop();
    issuer.close();
  }
}
