package io.baedal.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
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

  private final OAuth2AuthorizationService logins = new InMemoryOAuth2AuthorizationService();

  private final Map<String, OAuth2Authorization> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
          if (size() <= MOST) {
            return false;
          }
          logins.remove(eldest.getValue());
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
  }

  @Override
  public synchronized void remove(OAuth2Authorization login) {
    logins.remove(login);
    latest.remove(login.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return logins.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return logins.findByToken(token, type);
  }
}
