package io.baedal.messaging.database;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * A record that is stored as a JSON document in one column, because its fields are read and written
 * together. A new field needs no migration. Absent fields and empty lists are not stored. Unknown
 * fields, which a later version has written, are ignored.
 */
public final class JsonDocument<T> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .withConfigOverride(
              List.class,
              list ->
                  list.setInclude(JsonInclude.Value.construct(NON_EMPTY, NON_EMPTY))
                      .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final ObjectWriter writer;
  private final ObjectReader reader;

  public JsonDocument(Class<T> type) {
    writer = JSON.writerFor(type);
    reader = JSON.readerFor(type);
  }

  public String write(T value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the value cannot be written as JSON", e);
    }
  }

  public T read(String document) {
    try {
      return reader.readValue(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored document cannot be read", e);
    }
  }
}
