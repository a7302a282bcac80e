package io.baedal.delivery.store.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.delivery.store.StoreOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a request's items in the database, independent of the REST bodies. */
final class ItemsJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * An item.
   *
   * @param options null in rows written before options existed
   */
  private record Stored(String productName, int quantity, @Nullable List<String> options) {

    static Stored of(StoreOrder.Item item) {
      return new Stored(item.productName(), item.quantity(), item.options());
    }

    StoreOrder.Item toItem() {
      return new StoreOrder.Item(productName, quantity, options == null ? List.of() : options);
    }
  }

  static String write(List<StoreOrder.Item> items) {
    try {
      return JSON.writeValueAsString(items.stream().map(Stored::of).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("items cannot be written as JSON", e);
    }
  }

  static List<StoreOrder.Item> read(String items) {
    try {
      return JSON.readValue(items, new TypeReference<List<Stored>>() {}).stream()
          .map(Stored::toItem)
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("items cannot be read", e);
    }
  }

  private ItemsJson() {}
}
