package io.baedal.web.request;

import io.baedal.web.problem.BadFields;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Checks, before the handler runs, the accepted media types, and the parameters and bodies that no
 * argument reads.
 */
final class RequestRules implements HandlerInterceptor {

  private static final int MAX_ACCEPTED = 50;

  private static final ContentNegotiationStrategy HEADER = new HeaderContentNegotiationStrategy();

  private static final String ACCEPTED = RequestRules.class.getName() + ".accepted";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // an error dispatch does not come from the client
    boolean fromClient = request.getDispatcherType() != DispatcherType.ERROR;
    if (fromClient && handler instanceof HandlerMethod method && isOurs(method)) {
      checkAccept(request);
      checkQuery(request, method);
      checkBody(request, method);
    }
    return true;
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("io.baedal.");
  }

  /** Answers are always JSON in UTF-8, even if the client accepts other types. */
  private static void checkAccept(HttpServletRequest request) {
    List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accepted);
      if (types.size() <= MAX_ACCEPTED
          && (types.isEmpty() || types.stream().anyMatch(RequestRules::acceptsJson))) {
        request.setAttribute(
            HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(MediaType.APPLICATION_JSON));
        request.setAttribute(ACCEPTED, List.of(MediaType.APPLICATION_JSON));
        return;
      }
    } catch (InvalidMediaTypeException e) {
      // refused below
    }
    throw new ProblemException(
        Problem.of(ProblemType.NOT_ACCEPTABLE, "Answers are application/json in UTF-8."));
  }

  /**
   * The media types of the answer. After the check this is only JSON in UTF-8, even if the client
   * also accepts a more specific type.
   */
  @SuppressWarnings("unchecked")
  static List<MediaType> accepted(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    var checked = (List<MediaType>) request.getAttribute(ACCEPTED, RequestAttributes.SCOPE_REQUEST);
    return checked == null ? HEADER.resolveMediaTypes(request) : checked;
  }

  private static boolean acceptsJson(MediaType type) {
    String charset = type.getParameter("charset");
    return type.getQualityValue() > 0
        && type.includes(MediaType.APPLICATION_JSON)
        && (charset == null
            || charset.replace("\"", "").equalsIgnoreCase(StandardCharsets.UTF_8.name()));
  }

  private static void checkQuery(HttpServletRequest request, HandlerMethod method) {
    if (has(method, Query.class)) {
      return;
    }
    var faults = new BadFields();
    RawQuery query = RawQuery.of(request.getQueryString());
    faults.addAll(query.faults());
    query.names().forEach(name -> faults.add(name, "is unknown"));
    if (has(method, RequestBody.class) && RequestBodyFilter.hasBody(request)) {
      // reported together with the errors in the body
      faults.list().forEach(fault -> PendingFaults.add(request, fault.field(), fault.message()));
    } else {
      faults.throwIfAny();
    }
  }

  private static void checkBody(HttpServletRequest request, HandlerMethod method) {
    if (!RequestBodyFilter.hasBody(request)) {
      return;
    }
    if (!has(method, RequestBody.class)) {
      throw new ProblemException(Problem.invalid("body", "must be empty"));
    }
    if (!isJson(request.getContentType())) {
      throw new ProblemException(
          Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "A body must be application/json in UTF-8."));
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
      return type != null
          && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean has(HandlerMethod method, Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }
}
