package io.baedal.web.request;

import io.baedal.web.problem.BadField;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request as the client sent it. Tomcat omits parameters that it cannot decode,
 * which would drop a filter and return a different result.
 */
final class RawQuery {

  private static final String MALFORMED = "must be percent-encoded UTF-8";

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<BadField> faults = new ArrayList<>();

  /** Reads the part of a URL after the question mark. */
  static RawQuery of(@Nullable String query) {
    var read = new RawQuery();
    if (query != null) {
      for (String pair : query.split("&")) {
        read.add(pair);
      }
    }
    return read;
  }

  Set<String> names() {
    return values.keySet();
  }

  /** The values of a parameter in their order; empty if it is not given. */
  List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Parameters that cannot be decoded. */
  List<BadField> faults() {
    return faults;
  }

  private void add(String pair) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
    String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
    if (name == null) {
      faults.add(new BadField("query", MALFORMED));
    } else if (value == null) {
      faults.add(new BadField(name, MALFORMED));
    } else {
      values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }
  }

  /** Returns null if it is malformed. */
  private static @Nullable String decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()
            || !HexFormat.isHexDigit(text.charAt(i + 1))
            || !HexFormat.isHexDigit(text.charAt(i + 2))) {
          return null;
        }
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else if (c > 0x7F) {
        return null;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
