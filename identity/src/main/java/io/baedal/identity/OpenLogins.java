package io.baedal.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The logins that can be continued with a code or a refresh token. Their number is limited; the
 * oldest one ends first. Tokens of services are not kept, since nothing refers to them.
 */
final class OpenLogins implements OAuth2AuthorizationService {

  static final int MOST = 10_000;

  private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

  private final OAuth2AuthorizationService logins = new InMemoryOAuth2AuthorizationService();

  /**
   * By login. A client ends a login by the first one; a refreshed token replaces it in the login.
   */
  private final Map<String, String> firstIdTokens = new HashMap<>();

  private final Map<String, OAuth2Authorization> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
          if (size() <= MOST) {
            return false;
          }
          logins.remove(eldest.getValue());
          firstIdTokens.remove(eldest.getKey());
          return true;
        }
      };

  @Override
  public synchronized void save(OAuth2Authorization login) {
    if (login.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
      return;
    }
    logins.save(login);
    latest.remove(login.getId());
    latest.put(login.getId(), login);
    OAuth2Authorization.Token<OidcIdToken> idToken = login.getToken(OidcIdToken.class);
    if (idToken != null) {
      firstIdTokens.putIfAbsent(login.getId(), idToken.getToken().getTokenValue());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization login) {
    logins.remove(login);
    latest.remove(login.getId());
    firstIdTokens.remove(login.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return logins.findById(id);
  }

  @Override
  public synchronized @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType type) {
    OAuth2Authorization login = logins.findByToken(token, type);
    return login == null && ID_TOKEN.equals(type) ? findByFirstIdToken(token) : login;
  }

  private @Nullable OAuth2Authorization findByFirstIdToken(String token) {
    return firstIdTokens.entrySet().stream()
        .filter(first -> first.getValue().equals(token))
        .findFirst()
        .map(first -> latest.get(first.getKey()))
        .orElse(null);
  }
}
