package io.baedal.web.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;

/** Removes the order id from the MDC when the request ends. The code that reads the id sets it. */
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
