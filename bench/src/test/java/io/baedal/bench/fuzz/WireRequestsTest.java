package io.baedal.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WireRequestsTest {

  @Test
  void equalSeedsSendEqualRequests() {
    assertThat(sent(7)).isEqualTo(sent(7)).isNotEqualTo(sent(8));
  }

  @Test
  void sendsEveryKindOfRequest() {
    List<String> sent = sent(1);

    assertThat(sent).anyMatch(request -> request.contains("Transfer-Encoding: chunked"));
    assertThat(sent).anyMatch(request -> request.contains(" HTTP/1.0\r\n"));
    assertThat(sent).anyMatch(request -> request.contains("Upgrade: websocket"));
    assertThat(sent).anyMatch(request -> request.contains("X-Large: "));
    assertThat(sent).anyMatch(request -> request.contains("Origin: null"));
    assertThat(sent).anyMatch(request -> request.contains("Expect: "));
    assertThat(sent).anyMatch(request -> !request.contains("\r\n\r\n"));
    assertThat(sent).anyMatch(request -> request.split(" HTTP/1.1\r\n", -1).length > 2);
    assertThat(sent).anyMatch(request -> request.contains("{\"note\":"));
    assertThat(sent).anyMatch(request -> request.startsWith("GET /orders/") && isPlain(request));
  }

  private static boolean isPlain(String request) {
    return request.endsWith(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  private static List<String> sent(long seed) {
    var target = new Target("x", URI.create("http://localhost:1"), ApiFixture.orders(), Map.of());
    var requests = new WireRequests(target, seed);
    return IntStream.range(0, 2_000).mapToObj(number -> requests.request(number).text()).toList();
  }
}
