package io.baedal.web.access.token;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** An authenticated {@link Caller}; its token is not kept. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  public CallerAuthentication(Caller caller) {
    // roles are checked by AccessRule, which knows the endpoint
    super(List.of());
    this.caller = caller;
    setAuthenticated(true);
  }

  /** Whether {@code authentication} is that of an operator. */
  public static boolean isOperator(Authentication authentication) {
    return authentication instanceof CallerAuthentication known
        && known.caller().isAny(Set.of(Role.OPERATOR));
  }

  public Caller caller() {
    return caller;
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.name();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
