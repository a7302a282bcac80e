package io.baedal.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Http;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The three calls that a customer makes, through the gateway. */
final class OrderClient {
  private final Http http;

  /**
   * @param tokens those of the calls
   */
  OrderClient(URI gateway, Tokens tokens) {
    this.http = new Http(gateway, Duration.ofSeconds(10), tokens::bearer);
  }

  /** Returns the id of the new order. */
  String place(String body) {
    HttpResponse<String> response = http.send(http.post("/orders", body));
    require(response, 201);
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new LocalFailure("The new order came without a Location header."));
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The order from the order view; empty until the view has received it. */
  Optional<JsonNode> find(String orderId) {
    HttpResponse<String> response =
        http.send(http.request("/order-views/" + Http.segment(orderId)).GET());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    require(response, 200);
    return Optional.of(Http.json(response));
  }

  /** Returns why the cancel was refused at once; empty if it was accepted. */
  Optional<String> cancel(String orderId) {
    HttpResponse<String> response =
        http.send(http.request("/orders/" + Http.segment(orderId)).DELETE());
    return response.statusCode() / 100 == 2
        ? Optional.empty()
        : Optional.of(Http.refusal(response));
  }

  private static void require(HttpResponse<String> response, int status) {
    if (response.statusCode() != status) {
      throw new LocalFailure(Http.refusal(response));
    }
  }
}
