package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML 1.1, as Helm and Kubernetes read it; a duplicate key is an error. */
final class Yaml {

  static final ObjectMapper JSON = new ObjectMapper();

  private Yaml() {}

  /** All documents of a stream except the empty ones. */
  static List<JsonNode> documents(String text) {
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : parser().loadAll(text)) {
      if (document != null) {
        documents.add(JSON.valueToTree(document));
      }
    }
    return documents;
  }

  /** The value of a YAML text: a map, a list, a string or a number. */
  static Object value(String text) {
    return parser().load(text);
  }

  static JsonNode document(String text) {
    return JSON.valueToTree(parser().load(text));
  }

  static String write(Object value) {
    return new org.yaml.snakeyaml.Yaml().dump(value);
  }

  // not safe to share between threads
  private static org.yaml.snakeyaml.Yaml parser() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
  }
}
