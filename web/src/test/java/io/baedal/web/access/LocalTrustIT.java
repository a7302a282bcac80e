package io.baedal.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.web.test.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Calls without a token from this machine, as in a local run. */
@SpringBootTest(
    classes = AccessIT.TestApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"baedal.access.local-trust.enabled=true", "server.address=127.0.0.1"})
class LocalTrustIT {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @Test
  void aProgramOnThisMachineIsTheDemoCustomerAndStore() throws Exception {
    assertThat(get("/things").body())
        .isEqualTo("{\"all\":false,\"customerId\":\"customer-1\",\"storeId\":\"store-1\"}");
  }

  @Test
  void aTokenIsPreferred() throws Exception {
    assertThat(get("/things", "Authorization", "Bearer " + ISSUER.token("store")).body())
        .isEqualTo("{\"all\":false,\"customerId\":null,\"storeId\":\"my-store\"}");
    assertThat(get("/things", "Authorization", "Bearer x").statusCode()).isEqualTo(401);
  }

  @Test
  void endpointsWithoutARuleAreStillRefused() throws Exception {
    assertThat(get("/forgotten").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
  void whatAProxyForwardsNeedsAToken(String header) throws Exception {
    assertThat(get("/things", header, "127.0.0.1").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--server.address=0.0.0.0",
        "--server.address=",
        "--server.forward-headers-strategy=native",
        "--server.forward-headers-strategy=framework",
        "--spring.profiles.active=production",
        "--spring.profiles.active=prod"
      })
  void doesNotStartWhereOthersCouldReachIt(String setting) {
    var application =
        new SpringApplicationBuilder(AccessIT.TestApplication.class)
            .properties("server.port=0", "server.address=127.0.0.1");

    assertThatThrownBy(
            () ->
                application
                    .run(
                        "--baedal.access.local-trust.enabled=true",
                        "--baedal.access.issuer=" + ISSUER.issuer(),
                        setting)
                    .close())
        .rootCause()
        .hasMessageContaining("baedal.access.local-trust");
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
