package io.baedal.orchestrator.saga.feign;

import feign.codec.ErrorDecoder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The access token by which the workers know the orchestrator (client credentials). It is kept
 * until one minute before its end, or until a worker refuses it.
 */
@Configuration(proxyBeanMethods = false)
class WorkerTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final LatestToken token = new LatestToken();

  @Bean
  OAuth2AuthorizedClientManager workerTokenManager(ClientRegistrationRepository registrations) {
    var requests = new RestClientClientCredentialsTokenResponseClient();
    requests.setRestClient(http());
    var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, token);
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .clientCredentials(builder -> builder.accessTokenResponseClient(requests))
            .build());
    return manager;
  }

  /** As by default, but with timeouts. */
  private static RestClient http() {
    var requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    requests.setReadTimeout(TIMEOUT);
    return RestClient.builder()
        .requestFactory(requests)
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new FormHttpMessageConverter());
              converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** The provider may have got a new key, and a worker may know it already. */
  @Bean
  ErrorDecoder forgetRefusedToken() {
    var byDefault = new ErrorDecoder.Default();
    return (method, response) -> {
      if (response.status() == HttpStatus.UNAUTHORIZED.value()) {
        token.forget();
      }
      return byDefault.decode(method, response);
    };
  }

  /** The one token, for whichever operator or job the call is made. */
  private static final class LatestToken implements OAuth2AuthorizedClientService {

    private final AtomicReference<@Nullable OAuth2AuthorizedClient> latest =
        new AtomicReference<>();

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, String principal) {
      return (T) latest.get();
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal) {
      latest.set(client);
    }

    @Override
    public void removeAuthorizedClient(String registration, String principal) {
      forget();
    }

    void forget() {
      latest.set(null);
    }
  }
}
