package io.baedal.identity;

import io.baedal.identity.IdentityProperties.Account;
import io.baedal.web.access.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts into a token what the services read from it; see {@code docs/access.md}. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String AUDIENCE = "baedal";

  private final Map<String, Account> accounts;

  TokenClaims(Map<String, Account> accounts) {
    this.accounts = accounts;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    // the name of the client, if it asks for itself
    String name = context.getPrincipal().getName();
    Account account = accounts.get(name);
    if (account == null) {
      throw new IllegalStateException("a token for an unknown account");
    }
    JwtClaimsSet.Builder claims = context.getClaims();
    claims.claim("roles", account.roles().stream().map(Role::claim).toList());
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      // so that no ID token passes for one (RFC 9068)
      context.getJwsHeader().type("at+jwt");
      claims.audience(List.of(AUDIENCE));
      addId(claims, account, Role.CUSTOMER, "customer_id", account.customerId(), name);
      addId(claims, account, Role.STORE, "store_id", account.storeId(), name);
      addId(claims, account, Role.COURIER, "courier_id", account.courierId(), name);
    }
  }

  private static void addId(
      JwtClaimsSet.Builder claims,
      Account account,
      Role role,
      String claim,
      @Nullable String id,
      String name) {
    if (account.roles().contains(role)) {
      claims.claim(claim, id == null ? name : id);
    }
  }
}
