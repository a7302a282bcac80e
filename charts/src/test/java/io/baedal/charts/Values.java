package io.baedal.charts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values for the chart, merged as Helm merges them: maps key by key, anything else replaced, a key
 * set to null removed.
 */
record Values(Map<String, Object> tree) {

  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

  /** Only the chart's defaults. */
  static Values none() {
    return new Values(Map.of());
  }

  static Values defaults() {
    return of(Project.CHART.resolve("values.yaml"));
  }

  static Values of(Path file) {
    return parse(Project.read(file));
  }

  static Values parse(String yaml) {
    return new Values(Yaml.JSON.convertValue(Yaml.document(yaml), TREE));
  }

  /** With one value set, for instance {@code with("gateway.replicas", 3)}. */
  Values with(String path, Object value) {
    String[] keys = path.split("\\.");
    Object tree = value;
    for (int i = keys.length - 1; i >= 0; i--) {
      tree = Map.of(keys[i], tree);
    }
    return with(new Values(asMap(tree)));
  }

  Values with(Values over) {
    return new Values(merged(tree, over.tree));
  }

  String yaml() {
    return Yaml.write(tree);
  }

  private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> over) {
    Map<String, Object> merged = new LinkedHashMap<>(base);
    over.forEach(
        (key, value) -> {
          if (value instanceof Map && merged.get(key) instanceof Map) {
            merged.put(key, merged(asMap(merged.get(key)), asMap(value)));
          } else {
            // null stays: it is Helm that removes the key, together with the chart's default
            merged.put(key, value);
          }
        });
    return merged;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }
}
