package io.baedal.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserFilterTest {

  private final BrowserFilter filter = new BrowserFilter(new HostRule(List.of()));

  @ParameterizedTest
  @CsvSource({
    "Origin,         http://shop:8082, http://evil.example",
    "Sec-Fetch-Site, same-origin,      cross-site"
  })
  void refusesAForeignValueAmongSeveral(String header, String own, String foreign)
      throws Exception {
    assertThat(status(header, own, own)).isEqualTo(200);
    assertThat(status(header, own, foreign)).isEqualTo(403);
    assertThat(status(header, foreign, own)).isEqualTo(403);
  }

  @Test
  void acceptsRequestsOfPrograms() throws Exception {
    assertThat(status("Accept", "*/*")).isEqualTo(200);
  }

  private int status(String header, String... values) throws Exception {
    var request = new MockHttpServletRequest("POST", "/orders");
    request.addHeader("Host", "shop:8082");
    for (String value : values) {
      request.addHeader(header, value);
    }
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
