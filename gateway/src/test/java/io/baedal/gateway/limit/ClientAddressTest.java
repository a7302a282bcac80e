package io.baedal.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ClientAddressTest {

  @Test
  void isThatOfTheConnection() {
    assertThat(address(0, "192.0.2.7", "203.0.113.9")).isEqualTo("192.0.2.7");
  }

  /** What the client itself has sent stands further left. */
  @ParameterizedTest
  @CsvSource({
    "1, '203.0.113.9',            203.0.113.9",
    "1, '10.0.0.1, 203.0.113.9',  203.0.113.9",
    "2, '203.0.113.9, 192.0.2.8', 203.0.113.9"
  })
  void isTheOneThatTheTrustedProxiesHaveAdded(int proxies, String forwarded, String expected) {
    assertThat(address(proxies, "192.0.2.7", forwarded)).isEqualTo(expected);
  }

  @Test
  void isANetworkOfIpv6() {
    assertThat(address(0, "2001:db8:1:2:3:4:5:6", null)).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    assertThat(address(0, "2001:db8:1:2:ffff::1", null)).isEqualTo("2001:db8:1:2:0:0:0:0/64");
  }

  private static String address(int proxies, String connection, String forwarded) {
    MockServerHttpRequest.BaseBuilder<?> request =
        MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(connection, 1));
    if (forwarded != null) {
      request.header("X-Forwarded-For", forwarded);
    }
    var any = new RateLimitProperties.Limit(1, 1);
    return new ClientAddress(new RateLimitProperties(any, any, any, proxies))
        .networkOf(MockServerWebExchange.from(request));
  }
}
