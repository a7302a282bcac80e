package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Makes the definitions of Kubernetes' OpenAPI document as strict as a server: they allow unknown
 * fields, define no quantities, and describe "a number or a string" as a string.
 */
final class StrictDefinitions {

  private static final String QUANTITY = "^[+-]?[0-9.]+([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";
  private static final String BASE64 =
      "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

  /** Fields that the document has, but not the oldest Kubernetes that the chart supports. */
  private static final Map<String, List<String>> NEWER_THAN_1_25 =
      Map.ofEntries(
          Map.entry("core.v1.LifecycleHandler", List.of("sleep")),
          Map.entry("core.v1.Container", List.of("resizePolicy", "restartPolicy")),
          Map.entry("core.v1.PodSecurityContext", List.of("appArmorProfile")),
          Map.entry("core.v1.SecurityContext", List.of("appArmorProfile")),
          Map.entry("core.v1.PodSpec", List.of("resourceClaims", "schedulingGates")),
          Map.entry("core.v1.PodAffinityTerm", List.of("matchLabelKeys", "mismatchLabelKeys")),
          Map.entry(
              "core.v1.TopologySpreadConstraint",
              List.of("matchLabelKeys", "nodeAffinityPolicy", "nodeTaintsPolicy")),
          Map.entry("core.v1.ServiceSpec", List.of("trafficDistribution")),
          Map.entry("core.v1.PersistentVolumeClaimSpec", List.of("volumeAttributesClassName")),
          Map.entry("policy.v1.PodDisruptionBudgetSpec", List.of("unhealthyPodEvictionPolicy")),
          Map.entry(
              "apps.v1.StatefulSetSpec",
              List.of("ordinals", "persistentVolumeClaimRetentionPolicy")),
          Map.entry(
              "batch.v1.JobSpec",
              List.of("podFailurePolicy", "podReplacementPolicy", "backoffLimitPerIndex")));

  private StrictDefinitions() {}

  static JsonNode of(JsonNode definitions) {
    definitions
        .fields()
        .forEachRemaining(
            definition -> {
              String name = definition.getKey();
              ObjectNode schema = (ObjectNode) definition.getValue();
              if (name.endsWith("api.resource.Quantity")) {
                eitherNumberOr(schema).put("pattern", QUANTITY);
              } else if (!name.endsWith("JSONSchemaProps")) {
                close(schema);
              }
            });
    NEWER_THAN_1_25.forEach(
        (type, fields) ->
            ((ObjectNode) definitions.path("io.k8s.api." + type).path("properties"))
                .remove(fields));
    return definitions;
  }

  /** Refuses fields that the schema, or a schema in it, does not name. */
  static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.path("type").asText().equals("object")
          && !object.path("properties").isEmpty()
          && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      if (object.path("format").asText().equals("int-or-string")) {
        eitherNumberOr(object);
      }
      if (object.path("format").asText().equals("byte")) {
        object.put("pattern", BASE64);
      }
    }
    schema.forEach(StrictDefinitions::close);
  }

  private static ObjectNode eitherNumberOr(ObjectNode string) {
    string.putArray("type").add("number").add("string");
    return string;
  }
}
