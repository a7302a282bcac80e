package io.baedal.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final Answers answers = new Answers();

  @Test
  void countsByStatus() {
    answers.add(201, 5, false);
    answers.add(503, 1, true);
    answers.add(503, 1, true);
    answers.add(Answers.NONE, 25_000, false);

    assertThat(answers.byStatus()).isEqualTo(Map.of(0, 1L, 201, 1L, 503, 2L));
    assertThat(answers.count(Answers::isRefusal)).isEqualTo(2);
    assertThat(answers.count(Answers::isAccepted)).isEqualTo(1);
  }

  @Test
  void findsRefusalsWithoutRetryAfter() {
    answers.add(503, 1, true);
    answers.add(201, 1, false);
    assertThat(answers.refusalsWithoutRetryAfter()).isZero();

    answers.add(429, 1, false);
    assertThat(answers.refusalsWithoutRetryAfter()).isEqualTo(1);
  }

  @Test
  void reportsHowLongAnswersTook() {
    LongStream.rangeClosed(1, 200).forEach(millis -> answers.add(201, 201 - millis, false));
    answers.add(503, 9_999, true);

    assertThat(answers.times(Answers::isAccepted)).isEqualTo(new Answers.Times(200, 100, 198, 200));
    assertThat(answers.times(status -> status == 404)).isEqualTo(new Answers.Times(0, 0, 0, 0));
  }
}
