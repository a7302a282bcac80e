package io.baedal.web.audit.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.audit.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReceivedCallTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest("DELETE", "/orders/7");

  @BeforeEach
  void connect() {
    request.setRemoteAddr("10.0.0.7");
  }

  @Test
  void hasNeitherQueryNorToken() {
    request.setQueryString("reason=secret");
    request.addHeader("Authorization", "Bearer secret");

    assertThat(ReceivedCall.of(request))
        .isEqualTo(new Call("DELETE", "/orders/7", "10.0.0.7", null, null));
  }

  @Test
  void isCutToWhatIsStored() {
    request.setMethod("M".repeat(30));
    request.setRequestURI("/" + "p".repeat(8_000));
    request.addHeader("Forwarded", "for=\u0000\ud55c" + "f".repeat(1_000));

    Call call = ReceivedCall.of(request);

    assertThat(call.method()).isEqualTo("M".repeat(17) + "...");
    assertThat(call.path()).hasSize(300).endsWith("p...");
    assertThat(call.forwardedFor()).hasSize(100).startsWith("for=??f").endsWith("f...");
  }

  @ParameterizedTest
  @CsvSource({
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01,4bf92f3577b34da6a3ce929d0e0e4736",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7,",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01,",
    "00-zz-zz-zz,"
  })
  void hasTheTraceOfAValidHeader(String header, String trace) {
    request.addHeader("traceparent", header);

    assertThat(ReceivedCall.of(request).traceId()).isEqualTo(trace);
  }
}
