package io.baedal.order.ordering.jpa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.baedal.order.ordering.Item;
import java.util.List;

/** The JSON of the items in the table, independent of the REST bodies. */
final class ItemsJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new ParameterNamesModule())
          // orders stored before options existed have none
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          .build();

  static String write(List<Item> items) {
    try {
      return JSON.writeValueAsString(items);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("items cannot be written as JSON", e);
    }
  }

  static List<Item> read(String items) {
    try {
      return List.of(JSON.readValue(items, Item[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored items cannot be read", e);
    }
  }

  private ItemsJson() {}
}
