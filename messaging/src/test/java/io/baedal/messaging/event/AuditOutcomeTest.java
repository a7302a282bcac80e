package io.baedal.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditOutcomeTest {

  @ParameterizedTest
  @CsvSource({
    ",REQUESTED",
    "200,DONE",
    "302,DONE",
    "400,FAILED",
    "401,REFUSED",
    "402,FAILED",
    "403,REFUSED",
    "404,FAILED",
    "503,FAILED"
  })
  void followsFromTheStatus(Integer status, AuditOutcome outcome) {
    assertThat(AuditOutcome.of(status)).isEqualTo(outcome);
  }
}
