package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The properties of a service and the environment variables that set them, by Spring's rules. */
final class SpringProperties {

  /** The type of each property; empty for types that are not from the JDK. */
  private final Map<ConfigurationPropertyName, Optional<Class<?>>> types = new LinkedHashMap<>();

  SpringProperties(List<JsonNode> metadata) {
    metadata.stream()
        .filter(property -> !property.at("/deprecation/level").asText().equals("error"))
        .forEach(this::add);
  }

  private void add(JsonNode property) {
    String name = property.path("name").asText();
    if (ConfigurationPropertyName.isValid(name)) {
      types.put(ConfigurationPropertyName.of(name), type(property.path("type").asText()));
    }
  }

  /** What is wrong with a variable, if anything. */
  Optional<String> problem(String variable, String value) {
    ConfigurationPropertySource source =
        Objects.requireNonNull(
            ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, value))));
    List<ConfigurationPropertyName> set =
        types.keySet().stream().filter(name -> sets(source, name)).toList();
    if (set.isEmpty()) {
      return Optional.of(variable + " sets no property");
    }
    return set.stream()
        .filter(name -> !converts(source, name))
        .findFirst()
        .map(name -> variable + "=" + value + " is no value for " + name);
  }

  private boolean sets(ConfigurationPropertySource source, ConfigurationPropertyName name) {
    boolean map = types.get(name).filter(Map.class::isAssignableFrom).isPresent();
    return map
        ? source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT
        : source.getConfigurationProperty(name) != null;
  }

  private boolean converts(ConfigurationPropertySource source, ConfigurationPropertyName name) {
    Optional<Class<?>> type = types.get(name).filter(t -> !Map.class.isAssignableFrom(t));
    try {
      type.ifPresent(t -> new Binder(source).bind(name, Bindable.of(t)));
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  private static Optional<Class<?>> type(String name) {
    String raw = name.replaceFirst("<.*", "");
    try {
      return raw.startsWith("java.") ? Optional.of(Class.forName(raw)) : Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
