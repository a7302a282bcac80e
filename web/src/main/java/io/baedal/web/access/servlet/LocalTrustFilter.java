package io.baedal.web.access.servlet;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a call without a token from a program on this machine as one of the demo customer, store
 * and courier. Only for local runs. A call that a proxy has forwarded comes from somewhere else.
 */
final class LocalTrustFilter extends OncePerRequestFilter {

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();
  private final CallerAuthentication demo;

  LocalTrustFilter(AccessProperties.LocalTrust trust) {
    this.demo =
        new CallerAuthentication(
            new Caller(
                "local demo",
                EnumSet.of(Role.CUSTOMER, Role.STORE, Role.COURIER),
                trust.customerId(),
                trust.storeId(),
                trust.courierId()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isLocal(request)) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(demo);
      SecurityContextHolder.setContext(context);
      // for the thread that goes on when a late body has arrived
      contexts.saveContext(context, request, response);
    }
    chain.doFilter(request, response);
  }

  private static boolean isLocal(HttpServletRequest request) throws UnknownHostException {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
        // an address, so that no name is looked up
        && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
  }
}
