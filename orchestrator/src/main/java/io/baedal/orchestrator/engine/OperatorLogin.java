package io.baedal.orchestrator.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request pass that carries the name and password of a user of the engine (HTTP Basic), and
 * makes it that user's. The engine's own filter leaves some paths open; here all are closed. The
 * engine locks a user for a second after a wrong password. Where asked to, it lets only
 * administrators of the engine pass. Browsers send a login also where a page of somebody else makes
 * them call: such a call is refused unless it only reads.
 */
final class OperatorLogin extends OncePerRequestFilter {

  private static final String BASIC = "Basic ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final IdentityService identities;
  private final boolean administratorsOnly;

  OperatorLogin(IdentityService identities, boolean administratorsOnly) {
    this.identities = identities;
    this.administratorsOnly = administratorsOnly;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isForged(request)) {
      FilterProblem.write(
          response, HttpStatus.FORBIDDEN, "foreign-page", "Another site's page may not do this.");
      return;
    }
    Optional<String> user =
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
            .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
            .flatMap(header -> Login.from(header.substring(BASIC.length())))
            .filter(login -> identities.checkPassword(login.name(), login.password()))
            .map(Login::name);
    if (user.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"baedal\"");
      FilterProblem.write(
          response, HttpStatus.UNAUTHORIZED, "login-needed", "Log in as an operator.");
      return;
    }
    List<String> groups = groupsOf(user.get());
    if (administratorsOnly && !groups.contains(Groups.CAMUNDA_ADMIN)) {
      FilterProblem.write(
          response, HttpStatus.FORBIDDEN, "not-an-operator", "Only administrators may do this.");
      return;
    }
    identities.setAuthentication(user.get(), groups);
    try {
      chain.doFilter(new OperatorRequest(request, user.get()), response);
    } finally {
      identities.clearAuthentication();
    }
  }

  private static boolean isForged(HttpServletRequest request) {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && !READING.contains(request.getMethod());
  }

  private List<String> groupsOf(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  /** Says who has logged in. */
  private static final class OperatorRequest extends HttpServletRequestWrapper {

    private final String user;

    OperatorRequest(HttpServletRequest request, String user) {
      super(request);
      this.user = user;
    }

    @Override
    public Principal getUserPrincipal() {
      return () -> user;
    }

    @Override
    public String getRemoteUser() {
      return user;
    }
  }

  private record Login(String name, String password) {

    /** PostgreSQL refuses a text with NUL. */
    private static final Pattern PRINTABLE = Pattern.compile("\\P{Cc}+");

    static Optional<Login> from(String encoded) {
      try {
        String[] parts = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
        return parts.length == 2 && PRINTABLE.matcher(parts[0]).matches()
            ? Optional.of(new Login(parts[0], parts[1]))
            : Optional.empty();
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }
  }
}
