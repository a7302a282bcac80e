package io.baedal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void includesTheStoreOfTheCallerAlone() {
    var store = new Scope(false, null, "store-1", null);

    assertThat(store.includesStore("store-1")).isTrue();
    assertThat(store.includesStore("store-2")).isFalse();
    assertThat(new Scope(false, "store-1", null, "store-1").includesStore("store-1")).isFalse();
    assertThat(Scope.ALL.includesStore("store-1")).isTrue();
  }
}
