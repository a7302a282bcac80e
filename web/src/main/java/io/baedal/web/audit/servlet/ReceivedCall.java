package io.baedal.web.audit.servlet;

import io.baedal.web.audit.Call;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the audit log records of a request: no query, no body, no token. */
final class ReceivedCall {

  /** RFC 7239; the gateway sets it. */
  private static final String FORWARDED = "Forwarded";

  /** https://www.w3.org/TR/trace-context */
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-.*");

  static Call of(HttpServletRequest request) {
    return Call.received(
        request.getMethod(),
        request.getRequestURI(),
        request.getRemoteAddr(),
        request.getHeader(FORWARDED),
        traceId(request.getHeader("traceparent")));
  }

  private static @Nullable String traceId(@Nullable String parent) {
    Matcher trace = TRACE.matcher(parent == null ? "" : parent);
    return trace.matches() ? trace.group(1) : null;
  }

  private ReceivedCall() {}
}
