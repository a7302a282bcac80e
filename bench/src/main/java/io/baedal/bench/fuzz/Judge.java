package io.baedal.bench.fuzz;

import io.baedal.bench.fuzz.Wire.Exchange;
import io.baedal.web.test.PublishedApi;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the answer to a request. It reads only the bytes. */
final class Judge {

  /** A larger request can be refused while it is sent, and the reset can lose the answer. */
  private static final int SMALL_BYTES = 8 * 1024;

  private static final Pattern TYPE = Pattern.compile("\"type\" *: *\"([^\"]*)\"");

  private final PublishedApi api;

  Judge(PublishedApi api) {
    this.api = api;
  }

  /** The first thing that is wrong; null if nothing is. */
  @Nullable String fault(WireRequest request, Exchange exchange) {
    for (WireAnswer answer : exchange.answers()) {
      String fault = fault(request, answer);
      if (fault != null) {
        return fault;
      }
    }
    return switch (exchange.end()) {
      case ANSWERED -> null;
      case SILENT -> "no answer within " + Wire.PATIENCE.toSeconds() + " s";
      case NOT_HTTP -> request.isHttp09() ? null : exchange.remark();
      case CLOSED -> isUnanswered(request, exchange) ? "closed without an answer" : null;
      case RESET ->
          isUnanswered(request, exchange) && request.text().length() <= SMALL_BYTES
              ? "reset without an answer"
              : null;
    };
  }

  /** A connection may end after a refusal; the requests after it are then not answered. */
  private static boolean isUnanswered(WireRequest request, Exchange exchange) {
    return request.answers() > 0 && exchange.answers().stream().noneMatch(Judge::ends);
  }

  private static boolean ends(WireAnswer answer) {
    return answer.status() >= 400 || answer.header("connection").equalsIgnoreCase("close");
  }

  private @Nullable String fault(WireRequest request, WireAnswer answer) {
    int status = answer.status();
    if (answer.isHtml()) {
      return status + " with an HTML page";
    }
    if (status < 200) {
      return "switched to another protocol";
    }
    if (status >= 500 && !isAllowed(request, answer)) {
      return status + " " + problemType(answer);
    }
    List<String> differences =
        isWellFormed(request) ? described(request, answer) : undescribed(request, answer);
    return differences.isEmpty() ? null : status + ": " + String.join("; ", differences);
  }

  /**
   * Whether it is a 503 or 504 with Retry-After, or allowed by RFC 9110 or 9112 for such a request.
   */
  private static boolean isAllowed(WireRequest request, WireAnswer answer) {
    return switch (answer.status()) {
      case 503, 504 -> !answer.header("retry-after").isEmpty();
      case 501 -> request.hasTransferCoding() || request.text().startsWith("CONNECT ");
      case 505 -> request.isOtherVersion();
      default -> false;
    };
  }

  private static boolean isWellFormed(WireRequest request) {
    return !request.method().isEmpty();
  }

  private List<String> described(WireRequest request, WireAnswer answer) {
    boolean known =
        api.descriptions().stream()
            .anyMatch(each -> each.operation(request.method(), request.path()).isPresent());
    return known
        ? api.differences(
            request.method(),
            request.path(),
            answer.status(),
            answer.header("content-type"),
            answer.body())
        : undescribed(request, answer);
  }

  private static List<String> undescribed(WireRequest request, WireAnswer answer) {
    boolean answersOptions =
        request.text().startsWith("OPTIONS ") && answer.status() < 300 && answer.body().isEmpty();
    if (answersOptions || (request.isHead() && answer.status() >= 400)) {
      return List.of();
    }
    if (answer.status() < 400) {
      return request.isForTheRoot() ? List.of() : List.of("an undescribed request was answered");
    }
    return PublishedApi.problemDifferences(
        answer.status(), answer.header("content-type"), answer.body());
  }

  private static String problemType(WireAnswer answer) {
    Matcher type = TYPE.matcher(answer.body());
    return type.find() ? type.group(1) : "without a problem";
  }
}
