package io.baedal.web.audit;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param subject null if the caller is not known
 * @param roles the names of the caller's roles, as in a token
 */
public record Actor(@Nullable String subject, List<String> roles) {

  public static final Actor UNKNOWN = new Actor(null, List.of());

  public Actor {
    roles = List.copyOf(roles);
    if (roles.stream().anyMatch(role -> role.contains(","))) {
      throw new IllegalArgumentException("the name of a role has no comma");
    }
  }

  public static Actor of(Caller caller) {
    return new Actor(caller.name(), caller.roles().stream().map(Role::claim).sorted().toList());
  }

  /** Whether what it changes is recorded. */
  public boolean isOperator() {
    return roles.contains(Role.OPERATOR.claim());
  }
}
