package io.baedal.web.test;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import io.baedal.web.access.servlet.AccessAutoConfiguration;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.audit.Actor;
import io.baedal.web.audit.servlet.Actors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** In tests that set no issuer of tokens, each caller has all roles, and no act is recorded. */
@AutoConfiguration(before = AccessAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SecurityFilterChain.class)
@ConditionalOnExpression("'${baedal.access.issuer:}'.isEmpty()")
public class AnyCaller {

  @Bean
  @ConditionalOnMissingBean(name = "apiSecurity")
  SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> anonymous.authenticationFilter(new AllRoles()))
        .build();
  }

  /** Otherwise each change would be an act of an operator. */
  @Bean
  @ConditionalOnMissingBean
  Actors unknownActors() {
    return request -> Actor.UNKNOWN;
  }

  private static final class AllRoles extends AnonymousAuthenticationFilter {

    private static final Caller CALLER =
        new Caller("test", EnumSet.allOf(Role.class), "customer-1", "store-1", "courier-1");

    AllRoles() {
      super("test");
    }

    @Override
    protected Authentication createAuthentication(HttpServletRequest request) {
      return new CallerAuthentication(CALLER);
    }
  }
}
