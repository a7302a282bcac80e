package io.baedal.web.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Puts the order of a request's path beside each line that is logged for it. */
public final class OrderIdInLogs implements HandlerInterceptor {

  private static final String ORDER_ID = "orderId";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> path) {
      Stream.of(path.get(ORDER_ID))
          .filter(String.class::isInstance)
          // not yet checked to be an id: no forged lines
          .map(id -> ((String) id).replaceAll("[^0-9A-Za-z-]", "?"))
          .forEach(id -> MDC.put(ORDER_ID, id));
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    MDC.remove(ORDER_ID);
  }
}
