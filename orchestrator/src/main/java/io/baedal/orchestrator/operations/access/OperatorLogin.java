package io.baedal.orchestrator.operations.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baedal.orchestrator.operations.access.PasswordChecks.Outcome;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates requests by the name and password of an engine user (HTTP Basic). Every path needs
 * this login except those that {@link Access} names; all except the engine's own REST API need an
 * administrator. The body is read only after the login. A request with a token is left to {@link
 * TokenOperator}.
 */
final class OperatorLogin extends OncePerRequestFilter {

  /** The request attribute with the name of the user whose password was right. */
  static final String USER = OperatorLogin.class.getName() + ".user";

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final IdentityService identities;
  private final PasswordChecks passwords;

  OperatorLogin(IdentityService identities, PasswordChecks passwords) {
    this.identities = identities;
    this.passwords = passwords;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Access.needsNoLogin(request) || hasToken(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Login> login =
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
            .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
            .flatMap(header -> Login.from(header.substring(BASIC.length())));
    if (login.isEmpty()) {
      requireLogin(request, response);
      return;
    }
    List<String> groups;
    try {
      Outcome outcome = passwords.check(request.getRemoteAddr(), () -> isValid(login.get()));
      if (outcome == Outcome.WRONG) {
        requireLogin(request, response);
        return;
      }
      if (outcome == Outcome.NOT_CHECKED) {
        ProblemWriter.write(
            request,
            response,
            Problem.of(ProblemType.OVERLOADED, "Too many requests at a time. Try again later."));
        return;
      }
      groups = groupsOf(login.get().name());
    } catch (ProcessEngineException | TransactionException e) {
      logger.warn("a login cannot be checked: " + e);
      ProblemWriter.write(
          request,
          response,
          Problem.of(
              ProblemType.SERVICE_UNAVAILABLE, "The database does not answer. Try again later."));
      return;
    }
    request.setAttribute(USER, login.get().name());
    if (Access.to(request) == Access.OPERATORS && !groups.contains(Groups.CAMUNDA_ADMIN)) {
      ProblemWriter.write(
          request, response, Problem.of(ProblemType.FORBIDDEN, "Only administrators may do this."));
      return;
    }
    identities.setAuthentication(login.get().name(), groups);
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }

  static boolean hasToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  private static void requireLogin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isFromScript(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"baedal\"");
    }
    ProblemWriter.write(
        request, response, Problem.of(ProblemType.UNAUTHORIZED, "Log in as an operator."));
  }

  /**
   * Whether a script of a page sent the request. A challenge would open the browser's own login
   * dialog over the page. The webapps send such a request before their login form is used.
   */
  private static boolean isFromScript(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return mode != null && !mode.equals("navigate");
  }

  private boolean isValid(Login login) {
    return identities.checkPassword(login.name(), login.password());
  }

  private List<String> groupsOf(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  private record Login(String name, String password) {

    /** PostgreSQL refuses a text that contains NUL. */
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
