package io.baedal.gateway.login;

import io.baedal.web.access.token.AccessProperties;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** The gateway as a client of the identity provider, which need not run when it starts. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  /** Part of the paths of the login. */
  static final String PROVIDER = "baedal";

  private final LoginProperties login;
  private final AccessProperties access;
  private final WebClient web;

  ProviderConfiguration(LoginProperties login, AccessProperties access) {
    this.login = login;
    this.access = access;
    this.web =
        WebClient.builder()
            .clientConnector(
                new ReactorClientHttpConnector(
                    HttpClient.create()
                        .option(
                            ChannelOption.CONNECT_TIMEOUT_MILLIS,
                            Math.toIntExact(login.timeout().toMillis()))
                        .responseTimeout(login.timeout())))
            .build();
  }

  @Bean
  ReactiveClientRegistrationRepository provider() {
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId(PROVIDER)
            .clientId(login.clientId())
            .clientSecret(login.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(login.url() + "/login/oauth2/code/" + PROVIDER)
            .scope(OidcScopes.OPENID)
            .issuerUri(access.requiredIssuer())
            .authorizationUri(address(login.authorizationUri(), "/oauth2/authorize"))
            .tokenUri(address(login.tokenUri(), "/oauth2/token"))
            .jwkSetUri(access.keysOfIssuer().toString())
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", address(login.logoutUri(), "/connect/logout")))
            .build());
  }

  private String address(@Nullable URI configured, String path) {
    return configured == null ? access.requiredIssuer() + path : configured.toString();
  }

  /** The tokens of a login are kept in its session. */
  @Bean
  ServerOAuth2AuthorizedClientRepository tokensOfSessions() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
  }

  @Bean
  ReactiveOAuth2AuthorizedClientManager tokens(
      ReactiveClientRegistrationRepository provider,
      ServerOAuth2AuthorizedClientRepository tokens) {
    var refreshed = new WebClientReactiveRefreshTokenTokenResponseClient();
    refreshed.setWebClient(web);
    var manager = new DefaultReactiveOAuth2AuthorizedClientManager(provider, tokens);
    manager.setAuthorizedClientProvider(
        ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
            .authorizationCode()
            .refreshToken(refresh -> refresh.accessTokenResponseClient(refreshed))
            .build());
    return manager;
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokensForCodes() {
    var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
    client.setWebClient(web);
    return client;
  }

  /** ID tokens have other claims than access tokens, which {@code TokenReader} verifies. */
  @Bean
  ReactiveJwtDecoderFactory<ClientRegistration> idTokens() {
    return provider -> {
      var decoder =
          NimbusReactiveJwtDecoder.withJwkSetUri(access.keysOfIssuer().toString())
              .jwsAlgorithms(allowed -> allowed.addAll(access.algorithms()))
              .webClient(web)
              .build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(access.clockSkew()), new OidcIdTokenValidator(provider)));
      return decoder;
    };
  }
}
