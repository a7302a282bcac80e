package io.baedal.web.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A problem as sent to the client.
 *
 * @param detail one or two sentences for people, without internals of the service
 * @param properties further members, such as {@code errors}
 * @param retryAfterSeconds when to retry; empty if a retry does not help
 */
public record Problem(
    ProblemType type,
    String detail,
    Map<String, Object> properties,
    OptionalInt retryAfterSeconds) {

  public Problem {
    properties = Map.copyOf(properties);
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of(), type.retryAfterSeconds());
  }

  /** An invalid request, with all its errors. */
  public static Problem invalid(List<BadField> errors) {
    int count = errors.size();
    return of(
            ProblemType.INVALID_REQUEST,
            count == 1
                ? "The request has one error, see errors."
                : "The request has " + count + " errors, see errors.")
        .with("errors", List.copyOf(errors));
  }

  public static Problem invalid(String field, String message) {
    return invalid(List.of(new BadField(field, message)));
  }

  public Problem with(String property, Object value) {
    var more = new HashMap<>(properties);
    more.put(property, value);
    return new Problem(type, detail, more, retryAfterSeconds);
  }

  public Problem retryAfter(int seconds) {
    return new Problem(type, detail, properties, OptionalInt.of(seconds));
  }

  public ProblemDetail body() {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
    body.setType(type.uri());
    body.setTitle(type.title());
    properties.forEach(body::setProperty);
    return body;
  }

  /** Sets the media type explicitly, so that the body is written for any Accept header. */
  public ResponseEntity<ProblemDetail> answer() {
    var response =
        ResponseEntity.status(type.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    retryAfterSeconds.ifPresent(
        seconds -> response.header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    return response.body(body());
  }
}
