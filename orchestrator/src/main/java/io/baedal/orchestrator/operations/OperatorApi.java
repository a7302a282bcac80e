package io.baedal.orchestrator.operations;

import io.baedal.web.openapi.ApiDocument;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the operator calls: the login that they need, and the problems that they return. */
@Configuration(proxyBeanMethods = false)
class OperatorApi {

  private static final String LOGIN = "login";

  @Bean
  OpenAPI openApi() {
    return ApiDocument.of(
            "Baedal operators",
            "Operations not offered by Cockpit. Each call needs the login of an administrator.")
        .schemaRequirement(
            LOGIN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
        .addSecurityItem(new SecurityRequirement().addList(LOGIN));
  }

  @Bean
  OperationCustomizer loginProblems() {
    return (operation, method) -> {
      // no login, not an administrator
      for (String status : List.of("401", "403")) {
        operation
            .getResponses()
            .addApiResponse(status, new ApiResponse().$ref("#/components/responses/Problem"));
      }
      return operation;
    };
  }
}
