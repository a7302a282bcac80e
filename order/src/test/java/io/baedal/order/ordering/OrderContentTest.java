package io.baedal.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderContentTest {

  @Test
  void addsUpItsItems() {
    assertThat(OrderFixture.content().total())
        .isEqualTo(new Money(24_500, Currency.getInstance("KRW")));
  }

  @Test
  void refusesItemsThatCostTooMuchTogether() {
    assertThatThrownBy(() -> withItems(new Item("GOLD", 999, 1_000_000_000), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refusesNoItemsAndTooMany(int count) {
    assertThatThrownBy(() -> withItems(new Item("APPLE", 1, 1), count))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\u3000", "a\u0000", "\ud800", "abcd"})
  void refusesTextThatCannotBeStored(String text) {
    assertThatThrownBy(() -> new TextRule(3).check("text", text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b", "a\nb", "a\tb", "사과", "🍎🍎🍎"})
  void acceptsTextOfAnyScript(String text) {
    assertThatCode(() -> new TextRule(3).check("text", text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
  void refusesKeysThatAreNotVisibleAscii(String key) {
    assertThat(IdempotencyKey.isValid(key)).isFalse();
  }

  @Test
  void limitsTheLengthOfAKey() {
    assertThat(IdempotencyKey.isValid("k".repeat(128))).isTrue();
    assertThat(IdempotencyKey.isValid("k".repeat(129))).isFalse();
  }

  @Test
  void hasAnotherFingerprintIfAnyFieldDiffers() {
    var one = OrderFixture.request("customer-1", "30");
    var fingerprints =
        List.of(
            Fingerprint.of(one),
            Fingerprint.of(OrderFixture.request("customer-2", "30")),
            Fingerprint.of(OrderFixture.request("customer-1", "31")),
            Fingerprint.of(OrderFixture.request("customer-1", null)),
            fingerprint(withItems(new Item("APPLE", 1, 1), 1)),
            fingerprint(withItems(new Item("APPLE", 1, 1), 2)),
            fingerprint(withItems(new Item("APPLE", 1, 1, List.of("cold")), 1)));
    assertThat(fingerprints).doesNotHaveDuplicates();
    assertThat(Fingerprint.of(OrderFixture.request("customer-1", "30")))
        .isEqualTo(fingerprints.get(0));
  }

  private static Fingerprint fingerprint(OrderContent content) {
    return Fingerprint.of(OrderFixture.request(content));
  }

  private static OrderContent withItems(Item item, int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item);
    }
    return new OrderContent(
        null,
        "customer-1",
        "store-1",
        items,
        Currency.getInstance("KRW"),
        "Seoul",
        "CARD",
        null,
        null);
  }
}
