package io.baedal.e2e;

import static java.util.stream.Collectors.toSet;

import io.baedal.e2e.PromQl.LabelMatcher;
import io.baedal.e2e.PromQl.Selector;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All series that Prometheus would scrape from the running system, by metric name. */
final class MetricCatalog {

  /** Labels that Prometheus adds, by local/compose/prometheus.yml or the ServiceMonitor. */
  private static final Set<String> OF_THE_TARGET =
      Set.of("namespace", "service", "instance", "job");

  private static final Pattern SAMPLE =
      Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Map<String, List<Map<String, String>>> series = new HashMap<>();

  /** Scrapes all services. */
  static MetricCatalog scrape() {
    var catalog = new MetricCatalog();
    for (Part part : Part.services()) {
      var address =
          RunningSystem.get().management(Instance.first(part)).resolve("/actuator/prometheus");
      SAMPLE
          .matcher(Http.get(address).raw().body())
          .results()
          .forEach(sample -> catalog.add(part, sample));
      catalog.add("up", target(part));
    }
    return catalog;
  }

  /** Adds the result of a recording rule; only the names of its labels are known. */
  void record(String metric, Set<String> labels) {
    var recorded = new HashMap<String, String>();
    labels.forEach(label -> recorded.put(label, ""));
    add(metric, recorded);
  }

  /** What is wrong with {@code expression}; each {@code shown} label must be left in its result. */
  List<String> problems(String expression, Set<String> shown) {
    PromQl query = PromQl.of(expression);
    List<String> problems = new ArrayList<>();
    query.selectors().stream()
        .filter(this::findsNothing)
        .forEach(one -> problems.add("no series matches " + one));
    Set<String> known = labels(query.selectors());
    query.grouping().stream()
        .filter(label -> !known.contains(label))
        .forEach(label -> problems.add("groups by " + label + ", which no series has"));
    Set<String> left = query.grouping().isEmpty() ? known : query.grouping();
    shown.stream()
        .filter(label -> !left.contains(label))
        .forEach(label -> problems.add("shows " + label + ", which is not in the result"));
    return problems;
  }

  private boolean findsNothing(Selector selector) {
    return series.getOrDefault(selector.metric(), List.of()).stream()
        .noneMatch(labels -> selector.matchers().stream().allMatch(one -> matches(one, labels)));
  }

  /** A pattern may match values that exist only after a fault, so it needs only the label. */
  private static boolean matches(LabelMatcher matcher, Map<String, String> labels) {
    return OF_THE_TARGET.contains(matcher.label()) && !labels.containsKey(matcher.label())
        || (matcher.operator().equals("=")
            ? matcher.value().equals(labels.get(matcher.label()))
            : labels.containsKey(matcher.label()));
  }

  private Set<String> labels(List<Selector> selectors) {
    return Stream.concat(
            OF_THE_TARGET.stream(),
            selectors.stream()
                .flatMap(one -> series.getOrDefault(one.metric(), List.of()).stream())
                .flatMap(labels -> labels.keySet().stream()))
        .collect(toSet());
  }

  private void add(Part part, MatchResult sample) {
    Map<String, String> labels = target(part);
    if (sample.group(2) != null) {
      LABEL.matcher(sample.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
    }
    add(sample.group(1), labels);
  }

  private static Map<String, String> target(Part part) {
    return new HashMap<>(Map.of("job", "baedal", "service", part.label()));
  }

  private void add(String metric, Map<String, String> labels) {
    series.computeIfAbsent(metric, name -> new ArrayList<>()).add(labels);
  }
}
