package io.baedal.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.problem.BadField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawQueryTest {

  @Test
  void decodesNamesAndValuesInSequence() {
    RawQuery query = RawQuery.of("a=1&b=%EA%B9%80+%2B&a=2&%61=3&c&d=&=e&&");

    assertThat(query.values("a")).containsExactly("1", "2", "3");
    assertThat(query.values("b")).containsExactly("김 +");
    assertThat(query.values("c")).containsExactly("");
    assertThat(query.values("d")).containsExactly("");
    assertThat(query.values("")).containsExactly("e");
    assertThat(query.faults()).isEmpty();
  }

  @Test
  void isEmptyWithoutAQuery() {
    assertThat(RawQuery.of(null).names()).isEmpty();
    assertThat(RawQuery.of("").names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%zz", "%C3", "%C0%80", "%ED%A0%80", "%FF", "김"})
  void reportsAParameterThatCannotBeDecoded(String value) {
    RawQuery query = RawQuery.of("a=1&b=" + value);

    assertThat(query.values("a")).containsExactly("1");
    assertThat(query.faults()).extracting(BadField::field).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({"%zz=1", "%C3=1"})
  void reportsTheQueryIfANameCannotBeDecoded(String query) {
    assertThat(RawQuery.of(query).faults()).extracting(BadField::field).containsExactly("query");
  }

  @Test
  void acceptsUnescapedBracketsAndSimilarCharacters() {
    assertThat(RawQuery.of("a[0]={x}|^\"<>`\\").values("a[0]")).containsExactly("{x}|^\"<>`\\");
  }
}
