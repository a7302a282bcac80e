package io.baedal.web.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The order that stands beside each line which is logged for a request. Whoever has read the id
 * sets it; here it is removed when the request ends.
 */
public final class OrderIdInLogs implements HandlerInterceptor {

  public static final String ORDER_ID = "orderId";

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    MDC.remove(ORDER_ID);
  }
}
