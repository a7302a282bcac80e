package io.baedal.orchestrator.saga.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import feign.Request;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import feign.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.cloud.openfeign.security.OAuth2AccessTokenInterceptor;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The token that calls of the workers carry. */
class WorkerTokensTest {

  private final WorkerTokens tokens = new WorkerTokens();
  private final AtomicInteger issued = new AtomicInteger();
  private volatile int status = 200;
  private volatile int seconds = 900;
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/oauth2/token",
        exchange -> {
          String form =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean known =
              form.equals("grant_type=client_credentials")
                  && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Basic ");
          byte[] answer =
              (known && status == 200
                      ? "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
                          .formatted(issued.incrementAndGet(), seconds)
                      : "{\"error\": \"invalid_client\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(known ? status : 400, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void callsCarryOneTokenUntilItsEnd() {
    OAuth2AccessTokenInterceptor calls = calls(provider.getAddress().getPort());

    assertThat(authorization(calls)).isEqualTo("Bearer token-1");
    assertThat(authorization(calls)).isEqualTo("Bearer token-1");
  }

  @Test
  void aTokenIsReplacedAMinuteBeforeItsEnd() {
    seconds = 59;
    OAuth2AccessTokenInterceptor calls = calls(provider.getAddress().getPort());

    authorization(calls);

    assertThat(authorization(calls)).isEqualTo("Bearer token-2");
  }

  @Test
  void aTokenThatAWorkerRefusesIsReplaced() {
    OAuth2AccessTokenInterceptor calls = calls(provider.getAddress().getPort());
    authorization(calls);

    answered(403);
    assertThat(authorization(calls)).isEqualTo("Bearer token-1");

    answered(401);
    assertThat(authorization(calls)).isEqualTo("Bearer token-2");
  }

  /** The call is not made; the engine repeats the step. */
  @Test
  void withoutATokenThereIsNoCall() {
    status = 401;
    OAuth2AccessTokenInterceptor calls = calls(provider.getAddress().getPort());

    assertThatThrownBy(() -> authorization(calls)).isInstanceOf(OAuth2AuthorizationException.class);

    status = 200;
    assertThat(authorization(calls)).isEqualTo("Bearer token-1");
  }

  @Test
  @Timeout(30)
  void aProviderThatDoesNotAnswerHoldsNoThread() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      OAuth2AccessTokenInterceptor calls = calls(silent.getLocalPort());

      assertThatThrownBy(() -> authorization(calls))
          .isInstanceOf(OAuth2AuthorizationException.class);
    }
  }

  private OAuth2AccessTokenInterceptor calls(int port) {
    ClientRegistration registration =
        ClientRegistration.withRegistrationId("workers")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientId("orchestrator")
            .clientSecret("secret")
            .tokenUri("http://localhost:" + port + "/oauth2/token")
            .build();
    return new OAuth2AccessTokenInterceptor(
        "workers",
        tokens.workerTokenManager(new InMemoryClientRegistrationRepository(registration)));
  }

  private static String authorization(OAuth2AccessTokenInterceptor calls) {
    var call = new RequestTemplate();
    calls.apply(call);
    return call.headers().get("Authorization").iterator().next();
  }

  private void answered(int answer) {
    tokens
        .forgetRefusedToken()
        .decode(
            "approve",
            Response.builder()
                .status(answer)
                .headers(Map.of())
                .request(
                    Request.create(
                        HttpMethod.GET, "http://payment/", Map.of(), null, new RequestTemplate()))
                .build());
  }
}
