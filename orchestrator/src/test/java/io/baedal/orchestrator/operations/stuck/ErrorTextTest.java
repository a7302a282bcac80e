package io.baedal.orchestrator.operations.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {

  @Test
  void leavesOutTheBodyOfTheAnswer() {
    String error =
        "[503 Service Unavailable] during [DELETE] to [http://payment/payment-requests/1]"
            + " [PaymentClient#cancel(UUID)]:"
            + " [{\"type\":\"urn:baedal:problem:provider-unavailable\","
            + "\"detail\":\"card 4111 of\n12 Sejong-daero\"}]";

    assertThat(ErrorText.of(error))
        .isEqualTo(
            "503 Service Unavailable from DELETE http://payment/payment-requests/1:"
                + " urn:baedal:problem:provider-unavailable");
  }

  @Test
  void isOneShortLine() {
    assertThat(ErrorText.of("Read timed out\n  at io.baedal…")).isEqualTo("Read timed out");
    assertThat(ErrorText.of("x".repeat(4_000))).hasSize(300).endsWith("x…");
    assertThat(ErrorText.of(null)).isEqualTo("no message");
    assertThat(ErrorText.of("\n")).isEqualTo("no message");
  }
}
