package io.baedal.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  private final HostRule hosts = new HostRule(List.of("orders.example.com", "*.baedal.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8082",
        "127.0.0.1:8082",
        "[::1]:8082",
        "order:8082",
        "orders.example.com",
        "Orders.Example.com:443",
        "a.baedal.example"
      })
  void allowsAddressesPlainNamesAndConfiguredNames(String host) {
    assertThat(hosts.allows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "orders.example.com.evil",
        "baedal.example",
        "xbaedal.example",
        "",
        "a b",
        "évil"
      })
  void refusesOtherNames(String host) {
    assertThat(hosts.allows(host)).isFalse();
  }

  @Test
  void allowsAllNamesIfConfigured() {
    assertThat(new HostRule(List.of("*")).allows("evil.example")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, http://evil.example, ,            true",
    "POST, null,                ,            true",
    "POST, http://shop,         ,            true",
    "POST, http://shop:8082.evil.example, ,  true",
    "POST, http://shop:8082@evil.example, ,  true",
    "POST, http://evil.example, same-origin, true",
    "POST, http://shop:8082,    same-site,   true",
    "POST, not an origin,       ,            true",
    "POST, '',                  ,            true",
    "POST, ,                    '',          true",
    "POST, HTTP://SHOP:8082,    ,            false",
    "POST, http://shop:8082,    ,            false",
    "POST, https://shop:8082,   same-origin, false",
    "POST, ,                    same-site,   true",
    "POST, ,                    cross-site,  true",
    "POST, ,                    none,        false",
    "POST, ,                    ,            false",
    "DELETE, http://shop:8083,  ,            true",
    "PURGE, http://evil.example, ,           true",
    "GET,  http://evil.example, cross-site,  false"
  })
  void detectsRequestsOfAForeignPage(String method, String origin, String site, boolean forged) {
    assertThat(OriginRule.isForged(method, origin, site, "shop:8082")).isEqualTo(forged);
  }
}
