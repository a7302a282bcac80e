package io.baedal.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.gateway.GatewayApplication;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.web.test.TestIssuer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A client and an address that send too many requests. */
@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "gateway.drain=0s",
      "gateway.rate-limit.trusted-proxies=1",
      "gateway.rate-limit.address.burst=30",
      "gateway.rate-limit.address.per-second=1",
      "gateway.rate-limit.client.burst=10",
      "gateway.rate-limit.client.per-second=1",
      "gateway.rate-limit.system.burst=20",
      "gateway.rate-limit.system.per-second=1"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext
class RateLimitIT {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static int clients;

  @Autowired WebTestClient gateway;

  private String address;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @BeforeEach
  void newAddress() {
    clients++;
    address = "192.0.2." + clients;
  }

  @Test
  void anAddressIsLimitedWithoutAToken() {
    List<Integer> statuses = statuses(40, null);

    assertThat(statuses.subList(0, 30)).containsOnly(401);
    assertThat(statuses).endsWith(429);
  }

  @Test
  void aClientIsLimitedAndOthersAreNot() {
    String one = token("one-" + clients, "customer");

    assertThat(statuses(15, one)).startsWith(404).endsWith(429).doesNotContain(401);
    assertThat(statuses(1, token("other-" + clients, "customer"))).containsExactly(404);
  }

  @Test
  void anOperatorHasMoreRequests() {
    assertThat(statuses(20, token("operator-" + clients, "operator"))).containsOnly(404);
  }

  @Test
  void theAnswerSaysWhenToTryAgain() {
    String token = token("slow-" + clients, "customer");
    statuses(15, token);

    EntityExchangeResult<byte[]> answer = request(token);

    assertThat(answer.getStatus().value()).isEqualTo(429);
    assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isIn("1", "2");
    assertThat(new String(Objects.requireNonNull(answer.getResponseBody())))
        .contains("urn:baedal:problem:too-many-requests");
  }

  private List<Integer> statuses(int requests, String token) {
    return IntStream.range(0, requests).mapToObj(i -> request(token).getStatus().value()).toList();
  }

  /** A path that does not exist, so that no service is needed. */
  private EntityExchangeResult<byte[]> request(String token) {
    return gateway
        .get()
        .uri("/nothing")
        .headers(
            headers -> {
              headers.set("X-Forwarded-For", address);
              if (token != null) {
                headers.setBearerAuth(token);
              }
            })
        .exchange()
        .expectBody()
        .returnResult();
  }

  private static String token(String subject, String role) {
    return ISSUER.token(claims -> claims.subject(subject).claim("roles", List.of(role)));
  }
}
