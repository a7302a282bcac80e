package io.baedal.web.access;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated sender of a request.
 *
 * @param name who it is, for logs and records
 * @param customerId whose orders it may see as a customer; null without that role
 * @param storeId whose orders it may see as a store; null without that role
 * @param courierId whose deliveries it may see as a courier; null without that role
 */
public record Caller(
    String name,
    Set<Role> roles,
    @Nullable String customerId,
    @Nullable String storeId,
    @Nullable String courierId) {

  public Caller {
    roles = Set.copyOf(roles);
    requireId(roles.contains(Role.CUSTOMER), customerId);
    requireId(roles.contains(Role.STORE), storeId);
    requireId(roles.contains(Role.COURIER), courierId);
  }

  private static void requireId(boolean hasRole, @Nullable String id) {
    if (hasRole != (id != null)) {
      throw new IllegalArgumentException("a customer, store or courier needs its id");
    }
  }

  /** Whether the caller has one of {@code allowed}. */
  public boolean isAny(Collection<Role> allowed) {
    return allowed.stream().anyMatch(roles::contains);
  }

  /** What it may see and change through an endpoint for {@code allowed}. */
  public Scope scope(Collection<Role> allowed) {
    if (isAllowed(Role.OPERATOR, allowed) || isAllowed(Role.SERVICE, allowed)) {
      return Scope.ALL;
    }
    return new Scope(
        false,
        isAllowed(Role.CUSTOMER, allowed) ? customerId : null,
        isAllowed(Role.STORE, allowed) ? storeId : null,
        isAllowed(Role.COURIER, allowed) ? courierId : null);
  }

  private boolean isAllowed(Role role, Collection<Role> allowed) {
    return roles.contains(role) && allowed.contains(role);
  }
}
