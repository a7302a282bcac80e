package io.baedal.web.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The order id in each log line of a request. The code that reads the id sets it; this interceptor
 * removes it when the request ends.
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
