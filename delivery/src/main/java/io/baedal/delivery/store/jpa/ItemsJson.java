package io.baedal.delivery.store.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.delivery.store.StoreOrder;
import java.util.List;

/** The items of a request as they stand in their column, whatever REST bodies look like. */
final class ItemsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static String write(List<StoreOrder.Item> items) {
    try {
      return JSON.writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("items cannot be written as JSON", e);
    }
  }

  static List<StoreOrder.Item> read(String items) {
    try {
      return JSON.readValue(items, new TypeReference<List<StoreOrder.Item>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("items cannot be read", e);
    }
  }

  private ItemsJson() {}
}
