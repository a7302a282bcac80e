package io.baedal.gateway.login;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps cookies, and records the answers. It sends cookies with Secure over HTTP as well. */
final class Browser {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<String> seen = new ArrayList<>();
  private final int port;

  Browser(int port) {
    this.port = port;
  }

  /** The same browser, which the load balancer sends to another replica. */
  Browser at(int otherPort) {
    var other = new Browser(otherPort);
    other.cookies.putAll(cookies);
    return other;
  }

  HttpResponse<String> open(String path) throws Exception {
    return send("GET", path, Map.of("Accept", "text/html,*/*;q=0.8"));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, Map.of("Accept", "application/json"));
  }

  HttpResponse<String> send(String method, String path, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    seen.add(answer.headers().map() + answer.body());
    return answer;
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  String cookie(String name) {
    return cookies.get(name);
  }

  /** Everything that was received: headers and bodies. */
  String everythingSeen() {
    return String.join("\n", seen);
  }

  static URI location(HttpResponse<?> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  static Map<String, String> query(URI uri) {
    return Stream.of(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
