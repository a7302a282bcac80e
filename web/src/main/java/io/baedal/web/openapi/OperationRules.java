package io.baedal.web.openapi;

import io.baedal.web.request.Component;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.PathId;
import io.baedal.web.request.PathName;
import io.baedal.web.request.Query;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to an operation the parameters that our own argument resolvers read, and the problems that
 * every operation can have.
 */
public final class OperationRules implements OperationCustomizer {

  /**
   * In this sequence: invalid, no valid token, not allowed, not acceptable, too slow, too large,
   * unsupported type, unsupported expectation, wrong host, headers too large, internal error,
   * unknown transfer coding, database unavailable. A body can be too slow or too large even if no
   * handler reads it.
   */
  private static final List<Integer> COMMON =
      List.of(400, 401, 403, 406, 408, 413, 415, 417, 421, 431, 500, 501, 503);

  private static final String EXAMPLE_ORDER = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11";

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (method.getBeanType().getName().startsWith("io.baedal.")) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        parametersOf(parameter).forEach(operation::addParametersItem);
      }
      problemsOf(method).forEach(status -> addProblem(operation, status));
    }
    return operation;
  }

  private static List<Parameter> parametersOf(MethodParameter argument) {
    if (argument.hasParameterAnnotation(Query.class)) {
      return Component.of(argument.getParameterType()).stream()
          .map(OperationRules::queryParameter)
          .toList();
    }
    if (argument.hasParameterAnnotation(OrderPath.class)) {
      return List.of(
          pathParameter(
              argument,
              new StringSchema().example(EXAMPLE_ORDER),
              "The order's id (a UUID), or its number"));
    }
    PathName name = argument.getParameterAnnotation(PathName.class);
    if (name != null) {
      Schema<?> schema = new StringSchema().minLength(1).maxLength(name.max());
      return List.of(pathParameter(argument, schema, null));
    }
    return argument.hasParameterAnnotation(PathId.class)
        ? List.of(pathParameter(argument, new UUIDSchema(), null))
        : List.of();
  }

  private static Parameter queryParameter(Component component) {
    Schema<?> schema = ComponentSchemas.ofParameter(component);
    return new Parameter()
        .in("query")
        .name(component.name())
        .required(component.isRequired())
        .description(schema.getDescription())
        .schema(schema.description(null));
  }

  private static Parameter pathParameter(
      MethodParameter argument, Schema<?> schema, @Nullable String description) {
    return new Parameter()
        .in("path")
        .name(argument.getParameter().getName())
        .required(true)
        .description(description)
        .schema(schema);
  }

  private static List<Integer> problemsOf(HandlerMethod method) {
    List<Integer> problems = new ArrayList<>(COMMON);
    if (has(method, OrderPath.class) || has(method, PathId.class) || has(method, PathName.class)) {
      problems.add(404);
    }
    return problems;
  }

  private static boolean has(HandlerMethod method, Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static void addProblem(Operation operation, int status) {
    String name = Integer.toString(status);
    if (!operation.getResponses().containsKey(name)) {
      operation
          .getResponses()
          .addApiResponse(name, new ApiResponse().$ref("#/components/responses/Problem"));
    }
  }
}
