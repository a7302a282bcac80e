package io.baedal.order.ordering.web;

import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.web.request.PendingFaults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks the {@code Idempotency-Key} header of a new order before its body is read. */
@Component
class IdempotencyKeyHeader implements HandlerInterceptor, WebMvcConfigurer {

  static final String NAME = "Idempotency-Key";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/orders");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    List<String> values = Collections.list(request.getHeaders(NAME));
    if (values.size() > 1 || !values.stream().allMatch(IdempotencyKey::isValid)) {
      PendingFaults.add(request, NAME, "must be 1 to 128 visible ASCII characters, given once");
    }
    return true;
  }

  /** The key; null if there is none. */
  static @Nullable IdempotencyKey of(HttpServletRequest request) {
    String value = request.getHeader(NAME);
    return value == null ? null : new IdempotencyKey(value);
  }
}
