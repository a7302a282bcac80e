package io.baedal.bench.fuzz;

import java.util.Map;

/**
 * An answer as received.
 *
 * @param headers by their names in lower case
 */
record WireAnswer(int status, Map<String, String> headers, String body) {

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isHtml() {
    return header("content-type").startsWith("text/html") || body.stripLeading().startsWith("<");
  }
}
