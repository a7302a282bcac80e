package io.baedal.web.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Gives every service the same settings of its management port, with the lowest precedence. A
 * property source of a configuration class would be added too late: tests with a random port set a
 * random management port only if the property already exists.
 */
public final class ManagementDefaults implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    MutablePropertySources sources = environment.getPropertySources();
    if ("0".equals(environment.getProperty("server.port"))) {
      // any free port, as for the API
      sources.addLast(
          new MapPropertySource("anyManagementPort", Map.of("management.server.port", "0")));
    }
    try {
      sources.addLast(
          new ResourcePropertySource(
              "managementDefaults", "classpath:io/baedal/web/management-defaults.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Before the post-processors without an order. */
  @Override
  public int getOrder() {
    return 0;
  }
}
