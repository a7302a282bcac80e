package io.baedal.web.request;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the arguments that are marked with {@link PathName}. */
final class PathNameResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(PathName.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String name = parameter.getParameter().getName();
    int max = Objects.requireNonNull(parameter.getParameterAnnotation(PathName.class)).max();
    String text = PathVariables.value(request, name);
    if (!Texts.isName(text, max)) {
      throw new ProblemException(
          Problem.invalid(name, "must be 1 to " + max + " characters, none of them invisible"));
    }
    return text;
  }
}
