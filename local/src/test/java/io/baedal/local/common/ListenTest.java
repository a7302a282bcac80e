package io.baedal.local.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenTest {
  @Test
  void loopbackIsForThisMachineAlone() {
    assertThat(Listen.named("127.0.0.1")).isEqualTo(Listen.LOOPBACK);
    assertThat(Listen.named("localhost")).isEqualTo(Listen.LOOPBACK);
    assertThat(Listen.LOOPBACK.isOpen()).isFalse();
    assertThat(Listen.LOOPBACK.bind()).isEqualTo("127.0.0.1");
    assertThat(Listen.LOOPBACK.host()).isEqualTo("localhost");
    assertThat(Listen.LOOPBACK.advertised()).isEqualTo("localhost");
  }

  @Test
  void allAddressesAreReachedByThisMachineOnLoopback() {
    Listen all = Listen.named("0.0.0.0");

    assertThat(all.isOpen()).isTrue();
    assertThat(all.bind()).isEqualTo("0.0.0.0");
    assertThat(all.host()).isEqualTo("localhost");
    assertThat(all.advertised()).isNotEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.1", "no.such.invalid", ""})
  void refusesAnAddressThatThisMachineDoesNotHave(String address) {
    assertThatThrownBy(() -> Listen.named(address))
        .isInstanceOf(LocalFailure.class)
        .hasMessage("'" + address + "' is not an address of this machine.");
  }
}
