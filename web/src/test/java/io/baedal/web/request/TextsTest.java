package io.baedal.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "\u3000", "\u200b", "\u3164", "\u2800", "\u0000", "\ud800"})
  void recognisesInvisibleText(String text) {
    assertThat(Texts.isVisible(text)).isFalse();
    assertThat(Texts.isName(text, 100)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u200bb", " a", "a ", "a\u0085", "a\u2028"})
  void refusesInvisibleCharactersInNamesButNotInTexts(String text) {
    assertThat(Texts.isName(text, 100)).isFalse();
    assertThat(Texts.isVisible(text)).isTrue();
    assertThat(Texts.isStorable(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "store 1", "김밥", "🍎", "É"})
  void acceptsNamesOfAnyScript(String text) {
    assertThat(Texts.isName(text, 100)).isTrue();
  }

  @Test
  void replacesCharactersThatCannotBeStored() {
    assertThat(Texts.storable("a\u0000b\ud800")).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(Texts.storable("🍎\n")).isEqualTo("🍎\n");
  }

  @Test
  void countsCodePoints() {
    assertThat(Texts.length("🍎김a")).isEqualTo(3);
  }

  @Test
  void truncatesARemarkBetweenCharacters() {
    assertThat(Remark.kept(new Remark("🍎🍎🍎"), 2)).isEqualTo("🍎🍎");
    assertThat(Remark.notice(new Remark("🍎🍎🍎"), 2))
        .isEqualTo("The text was truncated to 2 characters.");
    assertThat(Remark.kept(new Remark("\u3000\n"), 2)).isNull();
    assertThat(Remark.notice(new Remark(" ".repeat(3)), 2)).isNull();
    assertThat(Remark.kept(null, 2)).isNull();
  }
}
