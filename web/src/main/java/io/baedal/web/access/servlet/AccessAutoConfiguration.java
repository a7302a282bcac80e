package io.baedal.web.access.servlet;

import io.baedal.web.access.CallerScope;
import io.baedal.web.access.Scope;
import io.baedal.web.access.token.AccessProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets callers with a valid token in; {@link AccessRule} decides what they may do. */
@AutoConfiguration(
    before = {SecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
@EnableWebSecurity
public class AccessAutoConfiguration {

  /** The description of the API and the pages that show it. */
  private static final String[] DESCRIPTION = {
    "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
  };

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class);
  }

  @Bean
  WebMvcConfigurer accessRule() {
    var rule = new AccessRule();
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rule).order(Ordered.HIGHEST_PRECEDENCE + 1);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(rule);
      }
    };
  }

  @Bean
  CallerScope callerScope() {
    return () ->
        Objects.requireNonNull(
            (Scope)
                RequestContextHolder.currentRequestAttributes()
                    .getAttribute(Scope.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
            "the request has no scope");
  }

  @Bean
  TokenAccess tokenAccess(AccessProperties properties) {
    return new TokenAccess(properties);
  }

  /** A service with rules of its own, and tests, replace it. */
  @Bean
  @ConditionalOnMissingBean(name = "apiSecurity")
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      TokenAccess tokens,
      AccessProperties properties,
      ServerProperties server,
      Environment environment)
      throws Exception {
    AccessProperties.LocalTrust trust = properties.localTrust();
    trust.requireLocal(server, List.of(environment.getActiveProfiles()));
    if (trust.enabled()) {
      http.anonymous(anonymous -> anonymous.authenticationFilter(new LocalTrustFilter(trust)));
    }
    return tokens
        .in(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/readyz")
                    .permitAll()
                    .requestMatchers(tokens.openEndpoints())
                    .permitAll()
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .access(TokenAccess.operators())
                    // it is published with the source
                    .requestMatchers(HttpMethod.GET, DESCRIPTION)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /**
   * Spring Security's own checks of paths, methods and headers would answer in another way than the
   * contract: {@link io.baedal.web.request.PlainPathFilter}, which comes before, has checked them.
   */
  @Bean
  WebSecurityCustomizer withoutFirewall() {
    return web -> web.httpFirewall(new CheckedBefore());
  }

  private static final class CheckedBefore implements HttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
      return new FirewalledRequest(request) {
        @Override
        public void reset() {
          // nothing was changed
        }
      };
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
      return response;
    }
  }
}
