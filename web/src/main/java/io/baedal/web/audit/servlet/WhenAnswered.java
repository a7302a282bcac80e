package io.baedal.web.audit.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntConsumer;

/** Reports the status of a request once, also if it is answered later by another thread. */
final class WhenAnswered {

  /** Runs the rest of the chain, and reports the status. */
  static void report(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      IntConsumer status)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      status.accept(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      throw e;
    }
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new OnCompletion(response, status));
    } else {
      status.accept(response.getStatus());
    }
  }

  private record OnCompletion(HttpServletResponse response, IntConsumer status)
      implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      status.accept(response.getStatus());
    }

    /** A container forgets its listeners when the request is suspended again. */
    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}
  }

  private WhenAnswered() {}
}
