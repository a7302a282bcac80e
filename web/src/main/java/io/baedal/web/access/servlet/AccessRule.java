package io.baedal.web.access.servlet;

import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses endpoints that {@link AllowedFor} does not allow for the caller, and gives the others the
 * caller's {@link Scope}.
 */
final class AccessRule implements HandlerInterceptor, HandlerMethodArgumentResolver {

  /** The description of the API and the pages that show it. */
  private static final String DESCRIPTION = "org.springdoc.";

  private static final String SPRING = "org.springframework.";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOwn(request, method)) {
      request.setAttribute(Scope.ATTRIBUTE, scope(method));
    }
    return true;
  }

  /** Files, answers to OPTIONS, failures and the description have no rule. */
  private static boolean isOwn(HttpServletRequest request, HandlerMethod method) {
    String type = method.getBeanType().getName();
    return request.getDispatcherType() != DispatcherType.ERROR
        && !ErrorController.class.isAssignableFrom(method.getBeanType())
        && !type.startsWith(DESCRIPTION)
        && !type.startsWith(SPRING);
  }

  private static Scope scope(HandlerMethod method) {
    AllowedFor rule = method.getMethodAnnotation(AllowedFor.class);
    Set<Role> allowed = rule == null ? Set.of() : Set.copyOf(List.of(rule.value()));
    if (SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication authentication
        && authentication.caller().isAny(allowed)) {
      return authentication.caller().scope(allowed);
    }
    throw new ProblemException(
        Problem.of(ProblemType.FORBIDDEN, "Your roles do not allow this call."));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Scope.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return request.getAttribute(Scope.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
  }
}
