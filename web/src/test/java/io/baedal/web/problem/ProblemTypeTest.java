package io.baedal.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTypeTest {

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "404, NOT_FOUND",
    "409, CONFLICT",
    "418, INVALID_REQUEST",
    "422, UNPROCESSABLE_ENTITY",
    "503, SERVICE_UNAVAILABLE",
    "507, INTERNAL_ERROR"
  })
  void findsTheTypeOfAStatus(int status, ProblemType type) {
    assertThat(ProblemType.of(status)).isEqualTo(type);
  }
}
