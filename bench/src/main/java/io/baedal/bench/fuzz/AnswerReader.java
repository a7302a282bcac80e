package io.baedal.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 answers from a connection, and rejects anything else. */
final class AnswerReader {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
  private static final int LONGEST = 4_000_000;

  private final InputStream in;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /** The next answer that is not a preliminary one; null if the connection ended instead. */
  @Nullable WireAnswer next(boolean toHead) throws IOException {
    while (true) {
      String line = line();
      if (line == null) {
        return null;
      }
      Matcher status = STATUS.matcher(line);
      if (!status.matches()) {
        throw new NotHttp(line);
      }
      int code = Integer.parseInt(status.group(1));
      Map<String, String> headers = headers();
      if (code == 101) {
        return new WireAnswer(code, headers, "");
      }
      if (code >= 200) {
        boolean empty = toHead || code == 204 || code == 304;
        return new WireAnswer(code, headers, empty ? "" : body(headers));
      }
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new NotHttp(line);
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
      // an event stream has no end
      return "";
    }
    if (headers.containsKey("transfer-encoding")) {
      return chunks();
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? in.readNBytes(LONGEST) : in.readNBytes(Integer.parseInt(length));
    if (length != null && body.length < Integer.parseInt(length)) {
      throw new NotHttp("the body is cut off");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private String chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      String line = line();
      if (line == null) {
        throw new NotHttp("the body is cut off");
      }
      int size = Integer.parseInt(line.replaceFirst(";.*", "").strip(), 16);
      body.write(in.readNBytes(size));
      line();
      if (size == 0) {
        return body.toString(StandardCharsets.UTF_8);
      }
    }
  }

  /** One line without its line break; null at the end of the connection. */
  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() == 0) {
          return null;
        }
        throw new NotHttp(line.toString(StandardCharsets.ISO_8859_1));
      }
      if (line.size() > LONGEST) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** The bytes are not an HTTP answer. */
  static final class NotHttp extends IOException {

    private static final long serialVersionUID = 1;

    NotHttp(String what) {
      super("not HTTP: " + what.substring(0, Math.min(100, what.length())));
    }
  }
}
