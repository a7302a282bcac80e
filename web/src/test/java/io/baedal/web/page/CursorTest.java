package io.baedal.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final UUID ID = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");

  @ParameterizedTest
  @ValueSource(
      strings = {"1970-01-01T00:00:00Z", "2026-11-22T18:00:00.123456Z", "9999-12-31T23:59:59Z"})
  void parsesItsOwnText(Instant at) {
    var cursor = new Cursor(at, ID);

    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void readsTimesFrom1970(long micros) {
    String text = written(micros);

    assertThat(Cursor.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesTimesBefore1970(long micros) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(written(micros)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "====", "%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
  }

  private static String written(long micros) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(24)
                .putLong(micros)
                .putLong(ID.getMostSignificantBits())
                .putLong(ID.getLeastSignificantBits())
                .array());
  }
}
