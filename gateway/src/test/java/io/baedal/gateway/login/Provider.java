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
    answerCode(accessToken, valid, idToken(nonce, "gateway"));
  }

  /** Answers a code with an ID token for {@code audience}. */
  void acceptCodeFor(String audience, String accessToken, String nonce) {
    answerCode(accessToken, Duration.ofMinutes(15), idToken(nonce, audience));
  }

  private void answerCode(String accessToken, Duration valid, String idToken) {
    tokens.stubFor(
        post(urlEqualTo("/oauth2/token"))
            .withRequestBody(containing("grant_type=authorization_code"))
            .withRequestBody(containing("code_verifier="))
            .willReturn(okJson(answer(accessToken, valid, idToken))));
  }

  void acceptRefresh(String accessToken) {
    tokens.stubFor(
        post(urlEqualTo("/oauth2/token"))
            .withRequestBody(containing("grant_type=refresh_token"))
            .willReturn(
                okJson(answer(accessToken, Duration.ofMinutes(15), idToken(null, "gateway")))));
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

  private String idToken(String nonce, String audience) {
    return issuer.token(
        claims ->
            claims
                .audience(audience)
                .claim("nonce", nonce)
                .claim("roles", List.of("customer"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300))));
  }

  private static String answer(String accessToken, Duration valid, String idToken) {
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
