package io.baedal.e2e;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The series and labels in a Prometheus expression. It parses only as much of the language as is
 * needed to distinguish metrics from functions, and labels from both; promtool checks the validity.
 *
 * @param selectors the series it reads
 * @param grouping the labels that it aggregates or joins by
 */
record PromQl(List<Selector> selectors, Set<String> grouping) {

  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";

  private static final Pattern TOKEN =
      Pattern.compile(
          TEXT
              + "|\\[[^]]*]" // a range
              + "|(?:by|on|group_left|group_right)\\s*\\((?<labels>[^)]*)\\)"
              + "|\\b(?:and|or|unless|bool|offset)\\b"
              + "|[a-z]\\w*\\s*(?=\\(|by\\s*\\()" // a function or an aggregation
              + "|(?<metric>[a-zA-Z_:][\\w:]*)(?:\\{(?<matchers>(?:"
              + TEXT
              + "|[^}\"])*)})?"
              + "|[\\d.]+(?:e\\d+)?"); // a number

  private static final Pattern MATCHER =
      Pattern.compile("(?<label>\\w+)\\s*(?<operator>=~|!~|!=|=)\\s*(?<value>" + TEXT + ")");

  /** The series {@code metric{matchers}}. */
  record Selector(String metric, List<LabelMatcher> matchers) {}

  /** One condition on a label, its value without the quotes. */
  record LabelMatcher(String label, String operator, String value) {}

  static PromQl of(String expression) {
    List<Selector> selectors = new ArrayList<>();
    Set<String> grouping = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      if (token.group("labels") != null) {
        grouping.addAll(List.of(token.group("labels").trim().split("\\s*,\\s*")));
      } else if (token.group("metric") != null) {
        selectors.add(new Selector(token.group("metric"), matchers(token.group("matchers"))));
      }
    }
    return new PromQl(selectors, grouping);
  }

  private static List<LabelMatcher> matchers(String text) {
    return text == null
        ? List.of()
        : MATCHER
            .matcher(text)
            .results()
            .map(
                found ->
                    new LabelMatcher(
                        found.group(1),
                        found.group(2),
                        found.group(3).substring(1, found.group(3).length() - 1)))
            .toList();
  }
}
