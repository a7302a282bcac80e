package io.baedal.order.ordering.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem details (RFC 9457) whose {@code type} is stable. */
final class Problems {

  private static final Map<Integer, String> NAMES =
      Map.of(400, "invalid-request", 500, "internal-error");

  /** The problem that a status stands for by itself. */
  static ProblemDetail of(HttpStatusCode status, String detail) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String phrase = known == null ? "Request refused" : known.getReasonPhrase();
    String name = NAMES.getOrDefault(status.value(), kebab(phrase));
    return of(status, name, detail);
  }

  /** A problem of its own kind: {@code name} in kebab case. */
  static ProblemDetail of(HttpStatusCode status, String name, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:baedal:problem:" + name));
    problem.setTitle(title(name));
    return problem;
  }

  private static String title(String name) {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String kebab(String phrase) {
    return phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  private Problems() {}
}
