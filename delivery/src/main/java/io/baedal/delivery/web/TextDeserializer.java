package io.baedal.delivery.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Takes no number or truth value where text is asked for, as Jackson alone would. */
@JsonComponent
class TextDeserializer extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  TextDeserializer() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getText()
        : (String) context.handleUnexpectedToken(String.class, json);
  }
}
