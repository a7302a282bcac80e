package io.baedal.gateway.login;

import io.baedal.web.access.token.AccessProperties;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.access.token.CallerConverter;
import io.baedal.web.access.token.TokenReader;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import java.net.URI;
import org.springframework.boot.actuate.autoconfigure.security.reactive.EndpointRequest;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerAdapter;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import reactor.core.publisher.Mono;

/**
 * Lets callers in who have a valid access token or have logged in. What they may do, each service
 * decides.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration {

  /** The description of the API, which is published with the source, and the list of routes. */
  private static final String[] DESCRIPTION = {
    "/",
    "/openapi/*",
    "/v3/api-docs/swagger-config",
    "/swagger-ui.html",
    "/swagger-ui/**",
    "/webjars/**"
  };

  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http,
      ReactiveAuthenticationManager callers,
      ReactiveClientRegistrationRepository provider,
      LoginProperties login,
      AccessProperties access,
      ApiPaths api,
      ServerProperties server) {
    var requests = new PageBeforeLogin(server.getReactive().getSession().getCookie());
    var refusal = new Refusal(requests, api);
    var refused = new ServerAuthenticationEntryPointFailureHandler(refusal);
    refused.setRethrowAuthenticationServiceException(false);
    var loggedIn = new RedirectServerAuthenticationSuccessHandler("/");
    loggedIn.setRequestCache(requests);
    return http.headers(ServerHttpSecurity.HeaderSpec::disable)
        .cors(ServerHttpSecurity.CorsSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .requestCache(cache -> cache.requestCache(requests))
        .authorizeExchange(
            exchanges ->
                exchanges
                    .matchers(EndpointRequest.to(access.openEndpoints().toArray(String[]::new)))
                    .permitAll()
                    .matchers(EndpointRequest.toAnyEndpoint())
                    .access(
                        (caller, context) ->
                            caller
                                .map(CallerAuthentication::isOperator)
                                .map(AuthorizationDecision::new))
                    .pathMatchers(HttpMethod.GET, DESCRIPTION)
                    .permitAll()
                    .pathMatchers("/readyz", "/livez")
                    .permitAll()
                    .anyExchange()
                    .authenticated())
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refusal)
                    .accessDeniedHandler((exchange, e) -> Mono.error(forbidden())))
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationEntryPoint(refusal)
                    .authenticationFailureHandler(refused)
                    .jwt(jwt -> jwt.authenticationManager(callers)))
        .oauth2Login(
            pages ->
                pages
                    .authorizationRequestResolver(withProofKey(provider))
                    .authenticationSuccessHandler(loggedIn)
                    .authenticationFailureHandler((exchange, e) -> Mono.error(failed())))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfCookie(server))
                    .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(new ChangesBySession(server))
                    .accessDeniedHandler((exchange, e) -> Mono.error(forged())))
        .logout(
            logout ->
                logout
                    .logoutHandler(
                        new DelegatingServerLogoutHandler(
                            new SecurityContextServerLogoutHandler(),
                            new WebSessionServerLogoutHandler()))
                    .logoutSuccessHandler(
                        new LogoutAnswer(provider, URI.create(login.url() + "/"))))
        .build();
  }

  /** Verifies access tokens; not in an event loop, since it can wait for the provider's keys. */
  @Bean
  ReactiveAuthenticationManager callers(JwtDecoder tokens) {
    var callers = new JwtAuthenticationProvider(tokens);
    callers.setJwtAuthenticationConverter(new CallerConverter());
    return new ReactiveAuthenticationManagerAdapter(new ProviderManager(callers));
  }

  @Bean
  JwtDecoder accessTokens(AccessProperties access) {
    return TokenReader.of(access);
  }

  /** The gateway has checked the request line and the headers, and answers in its own way. */
  @Bean
  ServerWebExchangeFirewall checkedBefore() {
    return ServerWebExchangeFirewall.INSECURE_NOOP;
  }

  /** RFC 7636; Spring uses it by default for clients without a secret only. */
  private static ServerOAuth2AuthorizationRequestResolver withProofKey(
      ReactiveClientRegistrationRepository provider) {
    var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(provider);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return resolver;
  }

  /** Readable by the page, which sends its value back in a header. */
  private static CookieServerCsrfTokenRepository csrfCookie(ServerProperties server) {
    var cookie = server.getReactive().getSession().getCookie();
    CookieServerCsrfTokenRepository tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(
        builder ->
            builder.secure(cookie.getSecure()).sameSite(cookie.getSameSite().attributeValue()));
    return tokens;
  }

  private static ProblemException failed() {
    return new ProblemException(
        Problem.of(ProblemType.UNAUTHORIZED, "The login failed or took too long. Try again."));
  }

  private static ProblemException forbidden() {
    return new ProblemException(
        Problem.of(ProblemType.FORBIDDEN, "Your roles do not allow this call."));
  }

  private static ProblemException forged() {
    return new ProblemException(
        Problem.of(
            ProblemType.FORBIDDEN, "The header X-XSRF-TOKEN must have the value of that cookie."));
  }
}
