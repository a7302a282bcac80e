package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment of a container as far as the render defines it.
 *
 * @param settings variables with their values
 * @param secrets variables whose values come from Secrets, with Secret and key
 */
record Environment(Map<String, String> settings, Map<String, String> secrets) {

  static Environment of(Render render, JsonNode container) {
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, String> secrets = new LinkedHashMap<>();
    for (JsonNode source : container.path("envFrom")) {
      render
          .find("ConfigMap", source.at("/configMapRef/name").asText())
          .ifPresent(configMap -> settings.putAll(Manifest.strings(configMap.at("/data"))));
    }
    for (JsonNode variable : container.path("env")) {
      String name = variable.path("name").asText();
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      if (secret.isMissingNode()) {
        settings.put(name, variable.path("value").asText());
      } else {
        secrets.put(name, secret.path("name").asText() + "/" + secret.path("key").asText());
      }
    }
    return new Environment(settings, secrets);
  }
}
