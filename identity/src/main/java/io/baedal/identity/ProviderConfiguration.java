package io.baedal.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.baedal.identity.IdentityProperties.Account;
import io.baedal.identity.IdentityProperties.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Spring's authorization server, with the accounts of the configuration. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  private final IdentityProperties properties;
  private final PasswordEncoder passwords =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();

  ProviderConfiguration(IdentityProperties properties) {
    this.properties = properties;
  }

  /** The endpoints of OAuth 2.1 and OpenID Connect. */
  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, provider -> provider.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), browsers()))
        .build();
  }

  private static RequestMatcher browsers() {
    var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return html;
  }

  @Bean
  @Order(2)
  SecurityFilterChain login(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  AuthorizationServerSettings address() {
    return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(properties.keyFile())));
  }

  @Bean
  TokenClaims tokenClaims() {
    return new TokenClaims(properties.accounts());
  }

  @Bean
  OAuth2AuthorizationService openLogins() {
    return new OpenLogins();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return passwords;
  }

  @Bean
  UserDetailsService people() {
    List<UserDetails> people =
        properties.accounts().entrySet().stream()
            .filter(account -> account.getValue().isPerson())
            .map(
                account ->
                    User.withUsername(account.getKey())
                        .password(passwords.encode(account.getValue().password()))
                        .build())
            .toList();
    return new InMemoryUserDetailsManager(people);
  }

  @Bean
  RegisteredClientRepository clients() {
    List<RegisteredClient> clients = new ArrayList<>();
    properties.accounts().forEach((name, account) -> clients.add(client(name, account)));
    Gateway gateway = properties.gateway();
    if (gateway != null) {
      clients.add(client(gateway));
    }
    return new InMemoryRegisteredClientRepository(clients);
  }

  private RegisteredClient client(String name, Account account) {
    return client(name, account.password())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .build();
  }

  private RegisteredClient client(Gateway gateway) {
    return client(gateway.name(), gateway.password())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(uris -> uris.addAll(gateway.loginUris()))
        .postLogoutRedirectUris(uris -> uris.addAll(gateway.logoutUris()))
        .scope(OidcScopes.OPENID)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        // it has a password, and its requests at the same time refresh with the same token
        .tokenSettings(tokenSettings(true))
        .build();
  }

  private RegisteredClient.Builder client(String name, String password) {
    return RegisteredClient.withId(name)
        .clientId(name)
        .clientSecret(passwords.encode(password))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .tokenSettings(tokenSettings(false));
  }

  private TokenSettings tokenSettings(boolean reuseRefreshTokens) {
    return TokenSettings.builder()
        .accessTokenTimeToLive(properties.tokenLifetime())
        .refreshTokenTimeToLive(properties.sessionLifetime())
        .reuseRefreshTokens(reuseRefreshTokens)
        .build();
  }
}
