package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Finds what a strict API server would refuse in an object: unknown kinds and fields, missing
 * fields, wrong types and malformed quantities.
 */
final class KubernetesSchema {

  private static final String METADATA =
      "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
  private static final List<String> CUSTOM_RESOURCES =
      List.of("http-route", "service-monitor", "prometheus-rule");

  private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V4);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

  private final Map<String, ObjectNode> schemas = new HashMap<>();
  private final Map<String, JsonSchema> compiled = new HashMap<>();

  KubernetesSchema() {
    JsonNode definitions =
        StrictDefinitions.of(json("kubernetes-1.30-openapi.json.gz").path("definitions"));
    definitions.fields().forEachRemaining(d -> addKinds(d.getKey(), d.getValue(), definitions));
    CUSTOM_RESOURCES.forEach(name -> addCustomResource(name, definitions));
  }

  /** One line for each fault of the object. */
  List<String> problems(Manifest object) {
    String kind = kind(object.at("/apiVersion").asText(), object.kind());
    ObjectNode schema = schemas.get(kind);
    if (schema == null) {
      return List.of(object + ": unknown kind " + kind);
    }
    return compiled
        .computeIfAbsent(kind, k -> FACTORY.getSchema(schema, CONFIG))
        .validate(object.json())
        .stream()
        .map(fault -> object + ": " + fault.getMessage())
        .toList();
  }

  private void addKinds(String name, JsonNode definition, JsonNode definitions) {
    for (JsonNode kind : definition.path("x-kubernetes-group-version-kind")) {
      String group = kind.path("group").asText();
      String version = kind.path("version").asText();
      ObjectNode schema = Yaml.JSON.createObjectNode().put("$ref", "#/definitions/" + name);
      schema.set("definitions", definitions);
      schemas.put(
          kind(group.isEmpty() ? version : group + "/" + version, kind.path("kind").asText()),
          schema);
    }
  }

  private void addCustomResource(String name, JsonNode definitions) {
    ObjectNode schema = (ObjectNode) json("custom-resources/" + name + ".json");
    StrictDefinitions.close(schema);
    ((ObjectNode) schema.path("properties")).putObject("metadata").put("$ref", METADATA);
    schema.set("definitions", definitions);
    schemas.put(
        kind(
            schema.at("/properties/apiVersion/enum/0").asText(),
            schema.at("/properties/kind/enum/0").asText()),
        schema);
  }

  private static String kind(String apiVersion, String kind) {
    return apiVersion + " " + kind;
  }

  private static JsonNode json(String resource) {
    try (InputStream file = KubernetesSchema.class.getResourceAsStream("/kubernetes/" + resource);
        InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return Yaml.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
