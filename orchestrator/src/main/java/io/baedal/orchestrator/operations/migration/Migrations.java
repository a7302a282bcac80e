package io.baedal.orchestrator.operations.migration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.baedal.orchestrator.OrchestratorProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The migrations of this build; if one cannot be read, the application does not start. */
@Component
public class Migrations {

  private final Map<String, Migration> byName = new TreeMap<>();

  Migrations(
      OrchestratorProperties properties, ResourcePatternResolver resources, ObjectMapper json)
      throws IOException {
    ObjectReader reader =
        json.readerFor(Migration.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Resource file : resources.getResources(properties.migrations())) {
      try (InputStream content = file.getInputStream()) {
        Migration migration = reader.readValue(content);
        byName.put(migration.name(), migration);
      } catch (IOException e) {
        throw new IllegalStateException("the migration cannot be read: " + file, e);
      }
    }
  }

  /** The migration of that name. */
  public Optional<Migration> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The migrations from the version with {@code tag}. */
  List<Migration> from(@Nullable String tag) {
    return byName.values().stream().filter(migration -> migration.from().equals(tag)).toList();
  }
}
