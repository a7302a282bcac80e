package io.baedal.gateway;

import io.baedal.web.problem.BadFields;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The target of a request line. Its query may contain all printable ASCII characters except {@code
 * #}, and percent-encoded UTF-8; the services accept the same.
 *
 * @param path as it was sent
 * @param query as sent, with its {@code ?}; empty if there is none
 */
record RequestTarget(String path, String query) {

  /**
   * Characters that a path of RFC 3986 cannot contain. Used with {@code find}, since a match of a
   * repeated group needs stack for each repetition.
   */
  private static final Pattern NOT_IN_PATHS =
      Pattern.compile("[^\\w.~!$&'()*+,;=:@/%-]|%(?![\\da-fA-F]{2})");

  private static final char FIRST_PRINTABLE = '!';
  private static final char LAST_PRINTABLE = '~';

  /** Printable, but not accepted by {@link java.net.URI}. */
  private static final String NOT_IN_JAVA_URIS = "\"<>[\\]^`{|}";

  /**
   * @throws ProblemException if a service could interpret it differently
   */
  static RequestTarget of(String raw) {
    int mark = raw.indexOf('?');
    RequestTarget target =
        mark < 0
            ? new RequestTarget(raw, "")
            : new RequestTarget(raw.substring(0, mark), raw.substring(mark));
    if (!target.path.startsWith("/") || NOT_IN_PATHS.matcher(target.path).find()) {
      throw new ProblemException(
          Problem.invalid("path", "must begin with / and be percent-encoded (RFC 3986)"));
    }
    target.checkQuery();
    return target;
  }

  /** The same target, encoded as a valid Java URI. */
  String toJavaUri() {
    StringBuilder uri = new StringBuilder(path);
    for (int at = 0; at < query.length(); at++) {
      char sent = query.charAt(at);
      if (NOT_IN_JAVA_URIS.indexOf(sent) < 0) {
        uri.append(sent);
      } else {
        uri.append('%').append(Integer.toHexString(sent).toUpperCase(Locale.ROOT));
      }
    }
    return uri.toString();
  }

  private void checkQuery() {
    if (query.isEmpty()) {
      return;
    }
    var errors = new BadFields();
    for (String parameter : query.substring(1).split("&")) {
      if (!isPrintable(parameter)) {
        errors.add(
            name(parameter),
            "must be ASCII without #; other characters must be percent-encoded UTF-8");
      } else if (!isEncodedText(parameter)) {
        errors.add(name(parameter), "must be percent-encoded UTF-8");
      }
    }
    errors.throwIfAny();
  }

  private static boolean isPrintable(String parameter) {
    return parameter
        .chars()
        .allMatch(sent -> sent >= FIRST_PRINTABLE && sent <= LAST_PRINTABLE && sent != '#');
  }

  private static boolean isEncodedText(String parameter) {
    var bytes = new ByteArrayOutputStream(parameter.length());
    for (int at = 0; at < parameter.length(); at++) {
      if (parameter.charAt(at) != '%') {
        bytes.write(parameter.charAt(at));
        continue;
      }
      int value = escaped(parameter, at);
      if (value < 0) {
        return false;
      }
      bytes.write(value);
      at += 2;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** The byte that {@code %XX} encodes; negative if it is malformed. */
  private static int escaped(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** The name of a parameter for an answer, which must not contain malformed input. */
  private static String name(String parameter) {
    String name = parameter.substring(0, (parameter + '=').indexOf('='));
    return !name.isEmpty() && name.matches("[\\w.\\[\\]-]+") ? name : "query";
  }
}
