package io.baedal.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.local.common.LocalFailure;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelineLinesTest {
  private static final String PLACED =
      "{\"sequence\":1,\"status\":\"PLACED\",\"at\":\"2026-01-02T10:00:00Z\",\"reason\":null}";
  private static final String REJECTED =
      "{\"sequence\":2,\"status\":\"REJECTED\",\"at\":\"2026-01-02T10:00:01.5Z\",\"reason\":\"PAYMENT_DECLINED\"}";

  private final TimelineLines progress = new TimelineLines(ZoneOffset.UTC);

  @Test
  void showsEachEntryOnceWithItsReason() throws Exception {
    assertThat(progress.read(view(PLACED))).containsExactly("10:00:00.000  PLACED");
    assertThat(progress.read(view(PLACED))).isEmpty();
    assertThat(progress.read(view(PLACED + "," + REJECTED)))
        .containsExactly("10:00:01.500  REJECTED  PAYMENT_DECLINED");
  }

  @Test
  void endsWithAFinalStatusOnly() throws Exception {
    progress.read(view(PLACED));
    assertThat(progress.hasEnded()).isFalse();
    assertThat(progress.hasReached("placed")).isTrue();
    assertThat(progress.hasReached("REJECTED")).isFalse();

    progress.read(view(PLACED + "," + REJECTED));
    assertThat(progress.hasEnded()).isTrue();
  }

  @Test
  void showsOnceThatACancelIsRefused() throws Exception {
    JsonNode refused =
        new JsonMapper()
            .readTree(
                "{\"timeline\":[],\"cancellation\":{\"outcome\":\"REFUSED\",\"reason\":\"PICKED_UP\"}}");

    assertThat(progress.read(refused)).containsExactly("Cancel refused: PICKED_UP");
    assertThat(progress.read(refused)).isEmpty();
  }

  @Test
  void failsOnAnAnswerThatLacksWhatItShows() throws Exception {
    JsonNode other =
        new JsonMapper().readTree("{\"timeline\":[],\"cancellation\":{\"outcome\":\"REFUSED\"}}");

    assertThatThrownBy(() -> progress.read(other))
        .isInstanceOf(LocalFailure.class)
        .hasMessage("The answer has no \"reason\": is the service of another version?");
  }

  private static JsonNode view(String entries) throws Exception {
    return new JsonMapper().readTree("{\"cancellation\":null,\"timeline\":[" + entries + "]}");
  }
}
