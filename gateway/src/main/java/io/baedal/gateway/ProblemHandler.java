package io.baedal.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every error that arises in the gateway itself as a problem (RFC 9457). */
@Component
@Order(-2) // before Spring Boot's own handler
class ProblemHandler implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final ObjectMapper json;
  private final long breakerSeconds;
  private final long overloadSeconds;

  ProblemHandler(ObjectMapper json, GatewayProperties properties) {
    this.json = json;
    this.breakerSeconds = Math.max(1, properties.breaker().pause().toSeconds());
    this.overloadSeconds = properties.inFlight().retryAfter().toSeconds();
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(error);
    }
    ProblemDetail problem = problem(service(exchange), error);
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == 503) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds(error)));
    }
    if (error instanceof MethodNotAllowedException refused) {
      headers.setAllow(Set.copyOf(refused.getSupportedMethods()));
    }
    response.setRawStatusCode(problem.getStatus());
    return response.writeWith(
        Mono.fromCallable(() -> response.bufferFactory().wrap(bytes(problem))));
  }

  private long retryAfterSeconds(Throwable error) {
    // those who were refused together should not come back together
    return error instanceof Overloaded
        ? overloadSeconds + ThreadLocalRandom.current().nextLong(overloadSeconds + 1)
        : breakerSeconds;
  }

  private static @Nullable Service service(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return route == null ? null : (Service) route.getMetadata().get(RouteConfiguration.SERVICE);
  }

  private static ProblemDetail problem(@Nullable Service service, Throwable error) {
    if (error instanceof Overloaded) {
      return Problems.overloaded(String.valueOf(error.getMessage()));
    }
    if (service != null && error instanceof ServiceUnavailableException) {
      log.debug("breaker of {} is open", service.id());
      return Problems.unavailable(service);
    }
    if (service != null && error instanceof IOException) {
      log.warn("{} cannot be reached: {}", service.id(), error.toString());
      return Problems.unavailable(service);
    }
    if (error instanceof MethodNotAllowedException refused) {
      return Problems.methodNotAllowed(
          refused.getHttpMethod(),
          refused.getSupportedMethods().stream()
              .map(HttpMethod::name)
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    if (error instanceof ErrorResponse known) {
      int status = known.getStatusCode().value();
      if (status == 504 && service != null) {
        log.warn("{} did not answer in time", service.id());
        return Problems.timeout(service);
      }
      if (status < 500) {
        return Problems.refused(status, known.getBody().getDetail());
      }
    }
    log.error("unexpected error", error);
    return Problems.internalError();
  }

  private byte[] bytes(ProblemDetail problem) throws JsonProcessingException {
    return json.writeValueAsBytes(problem);
  }
}
