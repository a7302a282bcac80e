package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.request.Query;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and path of one of Baedal's controllers. */
public record Operation(HttpMethod method, String pattern, HandlerMethod handler) {

  /** All operations of a service, sorted. */
  static List<Operation> all(RequestMappingHandlerMapping mapping) {
    List<Operation> all =
        mapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> isOurs(entry.getValue()))
            .flatMap(entry -> operations(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Operation::toString))
            .toList();
    assertThat(all).isNotEmpty();
    return all;
  }

  private static boolean isOurs(HandlerMethod handler) {
    String name = handler.getBeanType().getName();
    return name.startsWith("io.baedal.") && !name.endsWith("ProblemErrorController");
  }

  private static Stream<Operation> operations(RequestMappingInfo info, HandlerMethod handler) {
    return info.getMethodsCondition().getMethods().stream()
        .flatMap(
            method ->
                info.getPatternValues().stream()
                    .map(pattern -> new Operation(method.asHttpMethod(), pattern, handler)));
  }

  String path() {
    return pattern.replaceAll("\\{[^}]+}", RandomRequests.ID);
  }

  boolean has(Class<? extends Annotation> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  /** The record that the body is read into; null if there is no body. */
  Class<?> bodyType() {
    return argument(RequestBody.class);
  }

  /** The record that the query is read into; null if there is none. */
  Class<?> queryType() {
    return argument(Query.class);
  }

  boolean requiresBody() {
    return Arrays.stream(handler.getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(RequestBody.class))
        .anyMatch(body -> body != null && body.required());
  }

  private Class<?> argument(Class<? extends Annotation> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(annotation))
        .map(MethodParameter::getParameterType)
        .findFirst()
        .orElse(null);
  }

  boolean changesSomething() {
    return method != HttpMethod.GET;
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
