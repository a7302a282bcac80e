package io.baedal.web.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Reads bodies into records of ours: JSON (RFC 8259) of bounded depth in UTF-8, each name once in
 * an object, nothing behind it.
 */
final class JsonRecordConverter implements HttpMessageConverter<Object> {

  private static final int DEEPEST = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final RecordReader reader;

  JsonRecordConverter(RecordReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type.isRecord()
        && mediaType != null
        && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType)
        && (mediaType.getCharset() == null
            || mediaType.getCharset().equals(StandardCharsets.UTF_8));
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON);
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    return reader.read(type, parse(message.getBody().readAllBytes()));
  }

  @Override
  public void write(Object body, @Nullable MediaType contentType, HttpOutputMessage message) {
    throw new IllegalStateException("reads only");
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new ProblemException(fault(e));
    }
  }

  /** Jackson's own message names classes and settings, so only its place is passed on. */
  private static Problem fault(JsonProcessingException e) {
    var place = e.getLocation();
    String where =
        place == null
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    String message = e.getOriginalMessage();
    return message != null
            && message.startsWith("Duplicate field")
            && e.getProcessor() instanceof JsonParser parser
        ? Problem.invalid(path(parser.getParsingContext()), "must not be given twice" + where)
        : Problem.invalid(
            "body", "must be JSON, nested at most %d deep".formatted(DEEPEST) + where);
  }

  private static String path(@Nullable JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
  }
}
