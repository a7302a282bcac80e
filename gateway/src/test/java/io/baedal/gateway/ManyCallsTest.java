package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The default settings allow the configured number of concurrent calls to one service. */
@TestPropertySource(
    properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2m")
class ManyCallsTest extends GatewayTestBase {

  private static final int CALLS = 100;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void areAllAnswered() {
    Services.of(Service.ORDER)
        .stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(500).withBody("order")));

    List<CompletableFuture<HttpResponse<String>>> calls =
        Stream.generate(this::call).limit(CALLS).toList();

    assertThat(calls).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
  }

  private CompletableFuture<HttpResponse<String>> call() {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"));
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
