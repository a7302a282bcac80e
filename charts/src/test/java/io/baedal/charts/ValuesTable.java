package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of all values: their meaning from the schema, their defaults from values.yaml. A common
 * value is listed again for a service only if the service overrides it by default.
 */
final class ValuesTable {

  private static final String COMMON = "#/properties/common/properties/";

  /** A value of Helm, not of the chart. */
  private static final String GLOBAL = "global";

  private final JsonNode schema;
  private final List<String> lines = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  ValuesTable(JsonNode schema, JsonNode defaults) {
    this.schema = schema;
    lines.add("| value | default | meaning |");
    lines.add("|---|---|---|");
    addAll("", schema, defaults, false);
  }

  String markdown() {
    return String.join("\n", lines);
  }

  /** Values without a description, or that only one of the two files has. */
  List<String> problems() {
    return problems;
  }

  private void addAll(String parent, JsonNode type, JsonNode defaults, boolean override) {
    Set<String> names = new LinkedHashSet<>();
    type.path("properties").fieldNames().forEachRemaining(names::add);
    defaults.fieldNames().forEachRemaining(names::add);
    names.remove(GLOBAL);
    names.stream()
        .filter(
            name ->
                defaults.has(name) || !(override || isCommon(type.path("properties").path(name))))
        .forEach(
            name ->
                add(parent + name, type.path("properties").path(name), defaults, name, override));
  }

  private void add(
      String path, JsonNode reference, JsonNode siblings, String name, boolean override) {
    JsonNode type = resolved(reference);
    JsonNode value = siblings.path(name);
    if (type.isMissingNode()) {
      problems.add(path + " is not in values.schema.json");
    } else if (type.path("description").asText().isBlank()) {
      problems.add(path + " is not described in values.schema.json");
    }
    // with an empty map, the user chooses which of its keys to set
    if (value.isMissingNode() && !siblings.isEmpty()) {
      problems.add(path + " is not in values.yaml");
    }
    boolean group = type.has("properties");
    lines.add(
        "| `%s` | %s | %s |"
            .formatted(path, group || value.isMissingNode() ? "" : "`" + value + "`", text(type)));
    if (group) {
      addAll(path + ".", type, value, override || isCommon(reference));
    }
  }

  private static boolean isCommon(JsonNode type) {
    return type.path("$ref").asText().startsWith(COMMON);
  }

  private JsonNode resolved(JsonNode type) {
    return type.has("$ref") ? resolved(schema.at(type.path("$ref").asText().substring(1))) : type;
  }

  private static String text(JsonNode type) {
    return type.path("description").asText().replace("|", "\\|");
  }
}
