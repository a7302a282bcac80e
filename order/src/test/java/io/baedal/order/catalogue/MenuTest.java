package io.baedal.order.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.order.ordering.Item;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuTest {

  @Test
  void refusesAProductTwice() {
    List<MenuItem> twice = Collections.nCopies(2, MenuFixture.item("APPLE", 1));

    assertThatThrownBy(() -> new Menu(twice)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTooManyItems() {
    List<MenuItem> tooMany =
        IntStream.rangeClosed(0, Menu.MAX_ITEMS)
            .mapToObj(number -> MenuFixture.item("product " + number, 1))
            .toList();

    assertThatThrownBy(() -> new Menu(tooMany)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b"})
  void refusesAProductThatNoOrderCanName(String product) {
    assertThatThrownBy(() -> MenuFixture.item(product, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPriceThatNoOrderCanHave() {
    assertThatThrownBy(() -> MenuFixture.item("APPLE", Item.MAX_UNIT_PRICE + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
