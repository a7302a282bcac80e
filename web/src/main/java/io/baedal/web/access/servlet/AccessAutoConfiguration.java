package io.baedal.web.access.servlet;

import io.baedal.web.access.CallerScope;
import io.baedal.web.access.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
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

  private static final Logger log = LoggerFactory.getLogger(AccessAutoConfiguration.class);

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class);
  }

  @Bean
  WebMvcConfigurer accessRule(AccessProperties properties) {
    var rule = new AccessRule(properties.issuer() == null);
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
  @ConditionalOnMissingBean(name = "apiSecurity")
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      AccessProperties properties,
      ServerProperties server,
      Environment environment)
      throws Exception {
    AccessProperties.LocalTrust trust = properties.localTrust();
    trust.requireLocal(server.getAddress(), List.of(environment.getActiveProfiles()));
    http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // BrowserFilter sets them, also for the problems that it writes
        .headers(AbstractHttpConfigurer::disable);
    String issuer = properties.issuer();
    if (issuer == null) {
      log.warn("baedal.access.issuer is not set: every caller may do everything");
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          // a service with a login of its own keeps its principal
          .servletApi(AbstractHttpConfigurer::disable)
          .build();
    }
    if (trust.enabled()) {
      http.addFilterBefore(new LocalTrustFilter(trust), BearerTokenAuthenticationFilter.class);
    }
    var problems = new AccessProblems();
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/readyz")
                    .permitAll()
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(problems))
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationEntryPoint(problems)
                    .jwt(
                        jwt ->
                            jwt.decoder(TokenReader.of(properties, issuer))
                                .jwtAuthenticationConverter(new CallerConverter()))
                    .withObjectPostProcessor(failures(problems)))
        .build();
  }

  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failures(
      AccessProblems problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(problems);
        return filter;
      }
    };
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
