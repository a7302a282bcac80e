package io.baedal.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

  private static Object read(Class<?> type, String text) {
    ValueType known = ValueType.of(type);
    assertThat(known).isNotNull();
    return known.read(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "-7, -7", "9223372036854775807, 9223372036854775807"})
  void readsWholeNumbers(String text, long number) {
    assertThat(read(Long.class, text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+1",
        "01",
        "-0",
        "1.0",
        "1e3",
        "0x10",
        " 1",
        "1 ",
        "٣",
        "１",
        "1_000",
        "9223372036854775808",
        "99999999999999999999"
      })
  void refusesOtherNumbers(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(Long.class, text));
    assertThatIllegalArgumentException().isThrownBy(() -> read(Integer.class, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "",
        "5f0c6c1e7a524a2f9a530d3f5a1f9b11",
        "{5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11}"
      })
  void refusesIdsInOtherForms(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(UUID.class, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1764288000",
        "2026-11-22",
        "2026-11-22T18:00:00",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "２026-11-22T18:00:00Z"
      })
  void refusesInvalidTimesAndTimesOutOfRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(Instant.class, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEM", "HRK", "BGN", "XAU", "XXX", "krw", "ZZZ", ""})
  void refusesCurrenciesThatAreNotInUse(String code) {
    assertThat(Currencies.isCurrent(code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KRW", "EUR", "USD", "JPY", "KWD", "VND"})
  void acceptsCurrenciesThatAreInUse(String code) {
    assertThat(Currencies.isCurrent(code)).isTrue();
  }
}
