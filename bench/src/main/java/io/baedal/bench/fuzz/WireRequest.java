package io.baedal.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of one connection.
 *
 * @param text one character for each byte
 * @param answers how many are expected; none if the bytes end within a request
 * @param held whether the connection stays open although no more bytes follow
 */
record WireRequest(String text, int answers, boolean held) {

  /** A client may send an absolute URL, as to a proxy. */
  private static final String HOST = "(?:(?i:https?)://[^/? ]*)?";

  private static final Pattern LINE =
      Pattern.compile(
          "([A-Z]+) " + HOST + "(/[!-~&&[^?]]*)(?:\\?[!-~]*)? (?i:HTTP)/1\\.[01]\r\n[\\s\\S]*");
  private static final Pattern ROOT =
      Pattern.compile("[A-Z]+ " + HOST + "/?(?:\\?[!-~]*)? (?i:HTTP)/[\\s\\S]*");
  private static final Pattern HTTP_1 = Pattern.compile("[^\r\n]* HTTP/1\\.[01]\r\n[\\s\\S]*");
  private static final Pattern CODING = Pattern.compile("(?i)\r\nTransfer-Encoding:");

  static WireRequest complete(String text) {
    return new WireRequest(text, 1, false);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Empty if the first line is not that of a request to a path. */
  String method() {
    return group(1);
  }

  /** Without its query; empty if the first line is not that of a request to a path. */
  String path() {
    return group(2);
  }

  private String group(int number) {
    Matcher line = LINE.matcher(text);
    return line.matches() ? line.group(number) : "";
  }

  /** Whether it is for the root page, which links to the other pages and is not described. */
  boolean isForTheRoot() {
    return ROOT.matcher(text).matches();
  }

  boolean isHead() {
    return text.startsWith("HEAD ");
  }

  /** Whether it is HTTP/0.9: its request line had no version, and its answer no head. */
  boolean isHttp09() {
    return !text.replaceFirst("[\r\n][\\s\\S]*", "").contains(" HTTP/");
  }

  boolean isOtherVersion() {
    return !HTTP_1.matcher(text).matches();
  }

  boolean hasTransferCoding() {
    return CODING.matcher(text).find();
  }

  WireRequest with(String other) {
    return new WireRequest(other, answers, held);
  }

  /** A command that sends the same again. */
  String command(int port) {
    var command = new StringBuilder("printf '");
    for (char value : text.toCharArray()) {
      switch (value) {
        case '\r' -> command.append("\\r");
        case '\n' -> command.append("\\n");
        case '%' -> command.append("%%");
        case '\\' -> command.append("\\\\");
        case '\'' -> command.append("\\047");
        default -> {
          if (value < ' ' || value > '~') {
            command.append("\\%03o".formatted((int) value));
          } else {
            command.append(value);
          }
        }
      }
    }
    return command + "' | nc localhost " + port;
  }
}
