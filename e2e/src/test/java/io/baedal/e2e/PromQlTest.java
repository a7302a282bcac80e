package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.e2e.PromQl.LabelMatcher;
import io.baedal.e2e.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void findsMetricsAmongFunctionsKeywordsAndNumbers() {
    var expression =
        """
        histogram_quantile(0.99, sum by (service, le) (rate(a_bucket[5m]))) > 1e3
          and on (service) max(b) == bool 1 or increase(ns:c:rate5m[$__rate_interval]) * 300 unless d
        """;
    assertThat(PromQl.of(expression).selectors())
        .extracting(Selector::metric)
        .containsExactly("a_bucket", "b", "ns:c:rate5m", "d");
  }

  @Test
  void readsMatchersWithSpecialCharactersInTheirValues() {
    var selector = PromQl.of("rate(a{uri=\"/orders/{id}, b\", status=~\"5..\", x!=\"\"}[5m])");
    assertThat(selector.selectors())
        .containsExactly(
            new Selector(
                "a",
                List.of(
                    new LabelMatcher("uri", "=", "/orders/{id}, b"),
                    new LabelMatcher("status", "=~", "5.."),
                    new LabelMatcher("x", "!=", ""))));
  }

  @Test
  void collectsTheLabelsThatSeriesAreGroupedBy() {
    assertThat(PromQl.of("sum by (a, b) (x) / on (c) group_left (d) y").grouping())
        .containsExactly("a", "b", "c", "d");
  }
}
