package io.baedal.payment.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Baedal payment")
                .version("v1")
                .description("Takes the money for an order once, and gives it back."))
        .components(new Components().addResponses("Problem", problem()));
  }

  private static ApiResponse problem() {
    var schema =
        new ObjectSchema()
            .addProperty("type", new StringSchema().example("urn:baedal:problem:not-found"))
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema());
    return new ApiResponse()
        .description("A problem (RFC 9457); type says which")
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }
}
