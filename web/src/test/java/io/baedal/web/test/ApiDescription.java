package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** What the OpenAPI document of a service says that it answers. */
final class ApiDescription {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private final JsonNode document;

  ApiDescription(JsonNode document) {
    this.document = document;
  }

  JsonNode operation(HttpMethod method, String pattern) {
    return document.path("paths").path(pattern).path(method.name().toLowerCase(Locale.ROOT));
  }

  /** Fails if the status is not described, or the body is not as it is described. */
  void check(HttpMethod method, String pattern, int status, String mediaType, JsonNode body) {
    JsonNode response =
        resolve(operation(method, pattern).path("responses").path(Integer.toString(status)));
    assertThat(response.isMissingNode()).as("%d is not described", status).isFalse();
    JsonNode schema = response.path("content").path(mediaType).path("schema");
    assertThat(schema.isMissingNode()).as("%s is not described", mediaType).isFalse();
    assertThat(validate(schema, body)).as(body.toString()).isEmpty();
  }

  private Set<ValidationMessage> validate(JsonNode schema, JsonNode body) {
    ObjectNode root = document.deepCopy();
    root.retain("components");
    root.putArray("allOf").add(schema);
    return SCHEMAS.getSchema(root).validate(body);
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
