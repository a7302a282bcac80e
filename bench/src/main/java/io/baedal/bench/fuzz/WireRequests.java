package io.baedal.bench.fuzz;

import io.baedal.web.test.ApiDescription;
import io.baedal.web.test.ApiDescription.Operation;
import io.baedal.web.test.RandomRequests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes valid and invalid requests to the operations of a target, as bytes. */
final class WireRequests {

  private static final String END = "\r\n";

  private final Target target;
  private final long seed;

  WireRequests(Target target, long seed) {
    this.target = target;
    this.seed = seed;
  }

  /** The request with a number; the same seed, target and number give the same bytes. */
  WireRequest request(int number) {
    long own = (seed * 1_000_003 + target.name().hashCode()) * 1_000_003 + number;
    var random = new Random(own);
    List<ApiDescription> descriptions = target.api().descriptions();
    ApiDescription description = descriptions.get(random.nextInt(descriptions.size()));
    List<Operation> operations = description.operations();
    var request =
        new RandomRequests(description, own).to(operations.get(random.nextInt(operations.size())));
    return write(new Draft(request, target.headers(), random), random);
  }

  private static WireRequest write(Draft draft, Random random) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> draft.addOddHeaders().complete();
      case 3 -> rawLine(draft, random);
      case 4 -> draft.useChunks(true).complete();
      case 5 -> draft.useChunks(false).complete();
      case 6 -> halfSent(draft, random);
      case 7 -> pipelined(draft, random);
      case 8 -> draft.version("HTTP/1.0").complete();
      case 9 -> draft.addLargeHeader().complete();
      case 10 -> draft.addUpgrade().complete();
      default -> draft.complete();
    };
  }

  private static WireRequest rawLine(Draft draft, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> draft.method(OddParts.one(OddParts.METHODS, random));
      case 1 -> draft.version(OddParts.one(OddParts.VERSIONS, random));
      default -> draft.target(OddParts.one(OddParts.TARGETS, random));
    }
    WireRequest request = draft.complete();
    if (random.nextInt(3) > 0) {
      return request;
    }
    var text = new StringBuilder(request.text());
    text.setCharAt(random.nextInt(Math.max(1, text.indexOf(END))), (char) random.nextInt(256));
    return WireRequest.complete(text.toString());
  }

  private static WireRequest halfSent(Draft draft, Random random) {
    String text = draft.complete().text();
    // rarely held: one held request takes the time of hundreds of others
    boolean held = random.nextInt(20) == 0;
    return new WireRequest(text.substring(0, 1 + random.nextInt(text.length() - 1)), 0, held);
  }

  private static WireRequest pipelined(Draft draft, Random random) {
    int times = 2 + random.nextInt(4);
    return new WireRequest(draft.complete().text().repeat(times), times, false);
  }

  /** A request before it is bytes; one character of its head is one byte. */
  private static final class Draft {

    private final Random random;
    private final List<String> headers = new ArrayList<>();
    private final byte[] body;
    private String method;
    private String target;
    private String version = "HTTP/1.1";
    private String framedBody;

    Draft(RandomRequests.Request request, Map<String, String> usual, Random random) {
      this.random = random;
      this.method = request.method();
      this.target = request.target();
      this.body = request.body().getBytes(StandardCharsets.UTF_8);
      this.framedBody = new String(body, StandardCharsets.ISO_8859_1);
      headers.add("Host: localhost");
      request
          .headers()
          .forEach(
              (name, value) ->
                  headers.add(
                      name
                          + ": "
                          + new String(
                              value.getBytes(StandardCharsets.UTF_8),
                              StandardCharsets.ISO_8859_1)));
      if (random.nextInt(20) > 0) {
        usual.forEach((name, value) -> headers.add(name + ": " + value));
      }
      if (body.length > 0) {
        headers.add("Content-Length: " + body.length);
      }
      if (random.nextBoolean()) {
        headers.add("Connection: close");
      }
    }

    Draft method(String odd) {
      method = odd;
      return this;
    }

    Draft target(String odd) {
      target = odd;
      return this;
    }

    Draft version(String odd) {
      version = odd;
      return this;
    }

    Draft addOddHeaders() {
      for (int i = random.nextInt(2); i >= 0; i--) {
        String odd = OddParts.one(OddParts.HEADERS, random);
        String name = odd.substring(0, odd.indexOf(':') + 1);
        if (random.nextInt(4) > 0) {
          headers.removeIf(header -> header.startsWith(name));
        }
        headers.add(odd);
      }
      if (random.nextInt(20) == 0) {
        headers.removeIf(header -> header.startsWith("Host:"));
      }
      return this;
    }

    Draft addLargeHeader() {
      switch (random.nextInt(3)) {
        case 0 -> headers.add("X-Large: " + "x".repeat(1 << (10 + random.nextInt(8))));
        case 1 -> {
          for (int i = 0; i < 300; i++) {
            headers.add("X-" + i + ": x");
          }
        }
        default ->
            target +=
                (target.contains("?") ? "&" : "?")
                    + "x="
                    + "x".repeat(1 << (10 + random.nextInt(8)));
      }
      return this;
    }

    Draft addUpgrade() {
      headers.removeIf(header -> header.startsWith("Connection:"));
      headers.add("Connection: Upgrade, HTTP2-Settings");
      headers.add("Upgrade: " + OddParts.one(OddParts.PROTOCOLS, random));
      headers.add("HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA");
      headers.add("Sec-WebSocket-Version: 13");
      headers.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
      return this;
    }

    /** Sends the body in chunks, valid or broken. */
    Draft useChunks(boolean broken) {
      headers.removeIf(header -> header.startsWith("Content-Length:"));
      headers.add("Transfer-Encoding: chunked");
      String text = new String(body, StandardCharsets.ISO_8859_1);
      int half = text.length() / 2;
      var chunks = new StringBuilder();
      for (String part : List.of(text.substring(0, half), text.substring(half))) {
        if (!part.isEmpty()) {
          chunks.append(Integer.toHexString(part.length())).append(END).append(part).append(END);
        }
      }
      framedBody = chunks + (broken ? OddParts.one(OddParts.CHUNKS, random) : "0" + END + END);
      return this;
    }

    WireRequest complete() {
      return WireRequest.complete(
          method
              + " "
              + target
              + " "
              + version
              + END
              + String.join(END, headers)
              + END
              + END
              + framedBody);
    }
  }
}
