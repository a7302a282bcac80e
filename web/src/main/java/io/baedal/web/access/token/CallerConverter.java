package io.baedal.web.access.token;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import io.baedal.web.request.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads the caller from a verified token: its claims {@code roles}, {@code customer_id}, {@code
 * store_id} and {@code courier_id}. Customers and couriers without such an id are identified by
 * {@code sub}.
 */
public final class CallerConverter implements Converter<Jwt, CallerAuthentication> {

  /** As in requests. */
  private static final int LONGEST_ID = 64;

  @Override
  public CallerAuthentication convert(Jwt token) {
    String subject = id(token.getSubject(), "sub");
    Set<Role> roles = roles(token);
    return new CallerAuthentication(
        new Caller(
            subject,
            roles,
            roles.contains(Role.CUSTOMER) ? id(token, "customer_id", subject) : null,
            roles.contains(Role.STORE) ? id(token, "store_id", null) : null,
            roles.contains(Role.COURIER) ? id(token, "courier_id", subject) : null));
  }

  private static Set<Role> roles(Jwt token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (token.getClaim("roles") instanceof List<?> names) {
      names.forEach(name -> Role.named(String.valueOf(name)).ifPresent(roles::add));
    }
    return roles;
  }

  private static String id(Jwt token, String claim, @Nullable String byDefault) {
    Object value = token.getClaims().getOrDefault(claim, byDefault);
    return id(value instanceof String text ? text : null, claim);
  }

  private static String id(@Nullable String value, String claim) {
    if (value == null || !Texts.isName(value, LONGEST_ID)) {
      throw new InvalidBearerTokenException("The token has no valid claim " + claim);
    }
    return value;
  }
}
