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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Reads bodies into our records: JSON (RFC 8259) in UTF-8, of limited depth and size, without
 * duplicate names in an object and without trailing content.
 */
final class JsonRecordConverter implements HttpMessageConverter<Object> {

  private static final int MAX_DEPTH = 16;

  /**
   * Twice the tokens of the largest menu, three times those of the largest order. An empty object
   * takes a few bytes of a body but a hundred bytes of memory, so a limit of the body's length
   * alone does not limit the memory.
   */
  private static final int MAX_TOKENS = 10_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
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
      return JSON.readTree(text(body));
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.invalid("body", "must be UTF-8"));
    } catch (JsonProcessingException e) {
      throw new ProblemException(fault(e));
    }
  }

  /** Jackson would guess another encoding from the bytes. */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
  }

  /** Returns only the position, since Jackson's own message names classes and settings. */
  private static Problem fault(JsonProcessingException e) {
    var location = e.getLocation();
    String where =
        location == null
            ? ""
            : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    String message = e.getOriginalMessage();
    return message != null
            && message.startsWith("Duplicate field")
            && e.getProcessor() instanceof JsonParser parser
        ? Problem.invalid(path(parser.getParsingContext()), "must not be given twice" + where)
        : Problem.invalid(
            "body",
            "must be JSON, nested at most %d deep, of at most %d tokens"
                    .formatted(MAX_DEPTH, MAX_TOKENS)
                + where);
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
