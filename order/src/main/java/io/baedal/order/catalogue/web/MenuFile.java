package io.baedal.order.catalogue.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.order.catalogue.Menu;
import io.baedal.order.ordering.OrderContent;
import io.baedal.web.problem.BadField;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.request.RecordReader;
import io.baedal.web.request.Texts;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.ResourceUtils;

/** Reads a file with menus: a JSON object with the body of a {@code PUT} for each store. */
@Component
class MenuFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final RecordReader reader;

  MenuFile(Validator validator, NewMenuCheck check) {
    this.reader = new RecordReader(validator, List.of(check));
  }

  /**
   * The menus by their stores.
   *
   * @param file a path or a URL, such as {@code classpath:demo-menus.json}
   * @throws BadImportFile with all faults of the file
   */
  Map<String, Menu> read(String file) {
    JsonNode stores = parse(file);
    if (!stores.isObject()) {
      throw new BadImportFile(file, "it is not a JSON object", null);
    }
    Map<String, Menu> menus = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    stores.properties().forEach(store -> read(store.getKey(), store.getValue(), menus, faults));
    if (!faults.isEmpty()) {
      throw new BadImportFile(file, String.join("; ", faults), null);
    }
    return menus;
  }

  private static JsonNode parse(String file) {
    try (InputStream in = ResourceUtils.getURL(file).openStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new BadImportFile(file, String.valueOf(e.getMessage()), e);
    }
  }

  private void read(String store, JsonNode body, Map<String, Menu> menus, List<String> faults) {
    int max = OrderContent.NAME_LENGTH;
    if (!Texts.isName(store, max)) {
      faults.add(
          "store \"%s\" must be 1 to %d characters, none of them invisible".formatted(store, max));
    }
    try {
      menus.put(store, reader.read(NewMenu.class, body).toMenu());
    } catch (ProblemException e) {
      errors(e)
          .forEach(
              fault -> faults.add("%s: %s %s".formatted(store, fault.field(), fault.message())));
    }
  }

  private static List<BadField> errors(ProblemException invalid) {
    var errors = (List<?>) Objects.requireNonNull(invalid.problem().properties().get("errors"));
    return errors.stream().map(BadField.class::cast).toList();
  }
}
