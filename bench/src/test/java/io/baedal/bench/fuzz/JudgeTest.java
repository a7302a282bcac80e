package io.baedal.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.fuzz.Wire.End;
import io.baedal.bench.fuzz.Wire.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final String PROBLEM =
      "{\"type\": \"urn:x\", \"title\": \"X\", \"detail\": \"x\", \"status\": %d}";

  private final Judge judge = new Judge(ApiFixture.orders());
  private final WireRequest request =
      WireRequest.complete("GET /orders/1?size=2 HTTP/1.1\r\nHost: localhost\r\n\r\n");

  @Test
  void acceptsADescribedAnswer() {
    assertThat(fault(request, answer(200, "application/json", "{\"id\": \"1\"}"))).isNull();
    assertThat(fault(request, problem(404))).isNull();
  }

  @Test
  void readsThePathOfAnAbsoluteAddress() {
    WireRequest absolute = WireRequest.complete("GET HTTP://t:1/orders/1?size=2 HTTP/1.1\r\n\r\n");
    assertThat(fault(absolute, answer(200, "application/json", "{\"id\": \"1\"}"))).isNull();
    assertThat(fault(absolute, answer(200, "application/json", "{}"))).contains("id");
  }

  @Test
  void acceptsAnUndescribedPageAtTheRoot() {
    for (String root : List.of("/", "/?x", "https://t", "http://t/")) {
      WireRequest request = WireRequest.complete("GET " + root + " HTTP/1.1\r\n\r\n");
      assertThat(fault(request, answer(200, "application/json", "{}"))).isNull();
      assertThat(fault(request, answer(404, "", ""))).contains("no problem");
    }
  }

  @Test
  void findsAnAnswerOutsideOfItsDescription() {
    assertThat(fault(request, answer(200, "application/json", "{}"))).contains("id");
    assertThat(fault(request, problem(409))).isEqualTo("409: status 409 is not described");
    assertThat(fault(request, answer(404, "application/json", "{}"))).contains("not described");
  }

  @Test
  void findsEveryServerErrorExceptTemporaryUnavailability() {
    assertThat(fault(request, problem(500))).isEqualTo("500 urn:x");
    assertThat(fault(request, problem(503))).isEqualTo("503 urn:x");
    var later = Map.of("content-type", "application/problem+json", "retry-after", "3");
    assertThat(fault(request, new WireAnswer(503, later, PROBLEM.formatted(503)))).isNull();
  }

  @Test
  void findsPagesAndOtherProtocols() {
    assertThat(fault(request, answer(404, "text/html", "<p>"))).contains("HTML");
    assertThat(fault(request, answer(101, "", ""))).contains("protocol");
  }

  @Test
  void requiresAProblemWhereNothingIsDescribed() {
    WireRequest odd = WireRequest.complete("GET /nowhere HTTP/1.1\r\n\r\n");
    assertThat(fault(odd, problem(404))).isNull();
    assertThat(fault(odd, answer(404, "", ""))).contains("no problem");
    assertThat(fault(odd, answer(200, "application/json", "{}"))).contains("undescribed");
    WireRequest line = WireRequest.complete("\u0001 HTTP/1.1\r\n\r\n");
    assertThat(fault(line, problem(400))).isNull();
    assertThat(fault(line, answer(400, "", ""))).contains("no problem");
  }

  @Test
  void acceptsServerErrorsThatTheRequestCauses() {
    assertThat(fault(WireRequest.complete("GET / HTTP/3\r\n\r\n"), problem(505))).isNull();
    assertThat(fault(request, problem(505))).contains("505");
    var coded = "GET /x HTTP/1.1\r\nTransfer-Encoding: x\r\n\r\n";
    assertThat(fault(WireRequest.complete(coded), problem(501))).isNull();
    assertThat(fault(request, problem(501))).contains("501");
  }

  @Test
  void findsAMissingAnswer() {
    assertThat(judge.fault(request, new Exchange(List.of(), End.SILENT, ""))).contains("no answer");
    assertThat(judge.fault(request, new Exchange(List.of(), End.CLOSED, ""))).contains("closed");
    assertThat(judge.fault(request, new Exchange(List.of(), End.RESET, ""))).contains("reset");
    assertThat(judge.fault(request, new Exchange(List.of(), End.NOT_HTTP, "x"))).isEqualTo("x");
    WireRequest http09 = WireRequest.complete("GET /orders/1\r\n");
    assertThat(judge.fault(http09, new Exchange(List.of(), End.NOT_HTTP, "x"))).isNull();
    WireRequest half = new WireRequest("GET /or", 0, false);
    assertThat(judge.fault(half, new Exchange(List.of(), End.CLOSED, ""))).isNull();
    assertThat(judge.fault(half, new Exchange(List.of(), End.SILENT, ""))).contains("no answer");
  }

  private String fault(WireRequest asked, WireAnswer answer) {
    return judge.fault(asked, new Exchange(List.of(answer), End.ANSWERED, ""));
  }

  private static WireAnswer problem(int status) {
    return answer(status, "application/problem+json", PROBLEM.formatted(status));
  }

  private static WireAnswer answer(int status, String type, String body) {
    return new WireAnswer(status, Map.of("content-type", type), body);
  }
}
