package io.baedal.orchestrator.operations;

import io.baedal.web.openapi.ApiDocument;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the operator calls and the login that they need. */
@Configuration(proxyBeanMethods = false)
class OperatorApi {

  private static final String LOGIN = "login";

  @Bean
  OpenAPI openApi() {
    return ApiDocument.of(
            "Baedal operators",
            "Operations not offered by Cockpit. Each call needs an operator's access token, or the"
                + " login of an administrator of the engine.")
        .schemaRequirement(
            LOGIN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
        .addSecurityItem(new SecurityRequirement().addList(LOGIN));
  }
}
