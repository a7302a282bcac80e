package io.baedal.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the answer to a placed order. */
public final class PlacedOrder {
  private static final JsonMapper JSON = new JsonMapper();

  private PlacedOrder() {}

  /** The id; fails if the answer has none. */
  public static String id(String answer) {
    try {
      return JSON.readTree(answer).required("id").asText();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("not an order: " + answer, e);
    }
  }
}
