package io.baedal.web.access.servlet;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import io.baedal.web.access.token.AccessProperties;
import io.baedal.web.access.token.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Takes a call without a token from a program on this machine as one of the demo customer, store
 * and courier. Only for local runs. A call that a proxy has forwarded comes from somewhere else.
 */
final class LocalTrustFilter extends AnonymousAuthenticationFilter {

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", HttpHeaders.VIA);

  private final CallerAuthentication demo;

  LocalTrustFilter(AccessProperties.LocalTrust trust) {
    super("others");
    this.demo =
        new CallerAuthentication(
            new Caller(
                "local demo",
                EnumSet.of(Role.CUSTOMER, Role.STORE, Role.COURIER),
                trust.customerId(),
                trust.storeId(),
                trust.courierId()));
  }

  /** Called only if no token was accepted. */
  @Override
  protected Authentication createAuthentication(HttpServletRequest request) {
    return isLocal(request) ? demo : super.createAuthentication(request);
  }

  private static boolean isLocal(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      // an address, so that no name is looked up
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
