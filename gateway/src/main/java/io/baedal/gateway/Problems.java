package io.baedal.gateway;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;

/** Maps errors to problems; logs those that an operator should check. */
@Component
class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final int breakerSeconds;

  Problems(GatewayProperties properties) {
    breakerSeconds = (int) Math.max(1, properties.breaker().pause().toSeconds());
  }

  Problem of(Throwable error, @Nullable Service service) {
    if (error instanceof ProblemException refused) {
      return refused.problem();
    }
    if (error instanceof Overloaded refused) {
      return refused.problem();
    }
    if (error instanceof MethodNotAllowedException refused) {
      return methodNotAllowed(refused);
    }
    Problem fault = service == null ? null : faultOf(service, error);
    if (fault != null) {
      return fault;
    }
    if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return refused(known);
    }
    log.error("unexpected error", withoutRequest(error));
    return Problem.of(ProblemType.INTERNAL_ERROR, "The gateway failed unexpectedly.");
  }

  /**
   * The same error without its suppressed ones, in which WebFlux names the request and its query.
   */
  private static Throwable withoutRequest(Throwable error) {
    Throwable cause = error.getCause();
    var copy =
        new IllegalStateException(
            error.toString(), cause == null || cause == error ? null : withoutRequest(cause));
    copy.setStackTrace(error.getStackTrace());
    return copy;
  }

  private @Nullable Problem faultOf(Service service, Throwable error) {
    if (error instanceof ServiceUnavailableException) {
      log.debug("circuit breaker of {} is open", service.id());
      return unavailable(service);
    }
    if (error instanceof IOException) {
      log.warn("{} cannot be reached: {}", service.id(), error.toString());
      return unavailable(service);
    }
    if (error instanceof TimeoutException) {
      log.warn("no connection to {} is available: {}", service.id(), error.toString());
      return unavailable(service);
    }
    if (error instanceof DecoderException) {
      log.warn("{} did not answer in HTTP: {}", service.id(), error.toString());
      return Problem.of(
          ProblemType.BAD_GATEWAY, "The answer of the " + service.id() + " service is malformed.");
    }
    if (error instanceof ErrorResponse known && known.getStatusCode().value() == 504) {
      log.warn("{} did not answer in time", service.id());
      return Problem.of(
          ProblemType.GATEWAY_TIMEOUT,
          "The "
              + service.id()
              + " service did not answer in time; the request may still take effect.");
    }
    return null;
  }

  private Problem unavailable(Service service) {
    return Problem.of(
            ProblemType.SERVICE_UNAVAILABLE,
            "The " + service.id() + " service cannot be reached at the moment.")
        .retryAfter(breakerSeconds);
  }

  private static Problem methodNotAllowed(MethodNotAllowedException refused) {
    String allowed =
        refused.getSupportedMethods().stream()
            .map(HttpMethod::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return Problem.of(
        ProblemType.METHOD_NOT_ALLOWED,
        refused.getHttpMethod() + " is not allowed. Allowed: " + allowed + ".");
  }

  private static Problem refused(ErrorResponse known) {
    ProblemType type = ProblemType.of(known.getStatusCode().value());
    String detail = known.getBody().getDetail();
    return Problem.of(
        type,
        type == ProblemType.NOT_FOUND || detail == null
            ? "There is nothing at this path."
            : detail);
  }
}
