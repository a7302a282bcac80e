package io.baedal.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** The common part of the API descriptions of all services. */
public final class ApiDocument {

  private static final String TOKEN = "token";

  /** Contains the response {@code Problem}, which operations refer to. */
  public static OpenAPI of(String title, String description) {
    return new OpenAPI()
        .info(
            new Info()
                .title(title)
                .version("v1")
                .description(
                    description
                        + " Errors are problem details (RFC 9457) whose type never changes. Amounts"
                        + " are whole minor units of the currency, times are in UTC."))
        .components(
            new Components()
                .addSchemas("Problem", schema())
                .addResponses("Problem", response())
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  private static ApiResponse response() {
    return new ApiResponse()
        .description("A problem (RFC 9457), identified by its type")
        .addHeaderObject(
            "Retry-After",
            new Header()
                .description("The number of seconds after which to retry")
                .schema(new IntegerSchema()))
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }

  private static Schema<?> schema() {
    Schema<?> badField =
        new ObjectSchema()
            .addProperty("field", new StringSchema().example("items[0].quantity"))
            .addProperty("message", new StringSchema().example("must be a whole number"))
            .addRequiredItem("field")
            .addRequiredItem("message");
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("urn:baedal:problem:not-found"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema().format("int32"))
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().description("The path of the request"))
        .addProperty(
            "errors",
            new ArraySchema()
                .items(badField)
                .description(
                    "With invalid-request: each invalid field or parameter. With"
                        + " menu-mismatch: each field of an order that the menu does not allow"))
        .addRequiredItem("type")
        .addRequiredItem("title")
        .addRequiredItem("status")
        .addRequiredItem("detail");
  }

  private ApiDocument() {}
}
