package io.baedal.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallestTest {

  @Test
  void keepsOnlyWhatTheFaultNeeds() throws Exception {
    var smallest = new Smallest(request -> request.text().matches("(?s).*A.*B.*") ? "x" : null);

    WireRequest found =
        smallest.of(WireRequest.complete("GET /A?size=1 HTTP/1.1\r\nX: B\r\n\r\n"), "x");

    assertThat(found.text()).isEqualTo("AB");
  }

  @Test
  void keepsARequestWhoseFaultIsNotReproduced() throws Exception {
    WireRequest request = WireRequest.complete("GET / HTTP/1.1\r\n\r\n");

    assertThat(new Smallest(again -> null).of(request, "x")).isEqualTo(request);
  }

  @Test
  void isPrintedAsACommandThatSendsTheSameBytes() {
    assertThat(WireRequest.complete("GET /%20'\\ X\r\n\u00ff").command(8088))
        .isEqualTo("printf 'GET /%%20\\047\\\\ X\\r\\n\\377' | nc localhost 8088");
  }
}
