package io.baedal.web.request;

import io.baedal.web.access.Scope;
import io.baedal.web.logging.OrderIdInLogs;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the arguments that are marked with {@link OrderPath} and {@link PathId}. */
final class PathIdResolver implements HandlerMethodArgumentResolver {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Supplier<@Nullable OrderNumbers> numbers;

  /**
   * Reads ids.
   *
   * @param numbers supplies null if the service cannot find orders by number
   */
  PathIdResolver(Supplier<@Nullable OrderNumbers> numbers) {
    this.numbers = numbers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(OrderPath.class)
        || parameter.hasParameterAnnotation(PathId.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String name = parameter.getParameter().getName();
    String text = PathVariables.value(request, name);
    if (!parameter.hasParameterAnnotation(OrderPath.class)) {
      return id(name, text, false);
    }
    OrderNumbers known = numbers.get();
    UUID order =
        known != null && NUMBER.matcher(text).matches()
            ? known
                .find(Long.parseLong(text), scope(request))
                .orElseThrow(() -> new ProblemException(noOrder(text)))
            : id(name, text, known != null);
    MDC.put(OrderIdInLogs.ORDER_ID, order.toString());
    return order;
  }

  private static Scope scope(NativeWebRequest request) {
    if (request.getAttribute(Scope.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
        instanceof Scope scope) {
      return scope;
    }
    throw new IllegalStateException("the request has no scope");
  }

  private static UUID id(String name, String text, boolean orNumber) {
    try {
      return (UUID) ValueType.ID.read(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.invalid(
              name, ValueType.ID.requirement() + (orNumber ? " or the number of an order" : "")));
    }
  }

  private static Problem noOrder(String number) {
    return Problem.of(ProblemType.NOT_FOUND, "Order " + number + " is unknown.");
  }
}
