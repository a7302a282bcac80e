package io.baedal.order.ordering.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the body of a request as JSON (RFC 8259): of bounded size and depth, each name once in an
 * object, nothing behind it.
 */
final class JsonBodyResolver implements HandlerMethodArgumentResolver {

  static final int LIMIT = 256 * 1024;
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

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == JsonBody.class;
  }

  @Override
  public JsonBody resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders)
      throws HttpMediaTypeNotSupportedException {
    HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
    byte[] body = read(request);
    if (body.length == 0) {
      return new JsonBody(null);
    }
    checkIsJson(request.getContentType());
    return new JsonBody(parse(body));
  }

  private static byte[] read(HttpServletRequest request) {
    if (request.getContentLengthLong() > LIMIT) {
      throw new BodyTooLarge(LIMIT);
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw InvalidRequest.of("body", "could not be read to its end");
    }
    if (body.length > LIMIT) {
      throw new BodyTooLarge(LIMIT);
    }
    return body;
  }

  private static void checkIsJson(@Nullable String contentType)
      throws HttpMediaTypeNotSupportedException {
    var supported = List.of(MediaType.APPLICATION_JSON);
    MediaType type;
    try {
      type = contentType == null ? null : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException e) {
      throw new HttpMediaTypeNotSupportedException("Content-Type cannot be read.", supported);
    }
    if (type == null || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
      throw new HttpMediaTypeNotSupportedException(type, supported);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw fault(e);
    } catch (IOException e) {
      throw InvalidRequest.of("body", "must be JSON in UTF-8");
    }
  }

  /** Jackson's own message names classes and settings, so only its place is passed on. */
  private static InvalidRequest fault(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        place == null
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    String duplicate = DuplicateField.namedIn(e);
    return duplicate == null
        ? InvalidRequest.of(
            "body", "must be JSON, nested at most %d deep%s".formatted(DEEPEST, where))
        : InvalidRequest.of(duplicate, "must not be given twice" + where);
  }
}
