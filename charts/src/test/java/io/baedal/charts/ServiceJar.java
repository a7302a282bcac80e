package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * What a service's executable jar contains about its configuration.
 *
 * @param metadata each property that the service or one of its libraries describes
 * @param application what its application.yaml sets, and what all services have by default
 * @param version the project's version that it was built from
 */
record ServiceJar(List<JsonNode> metadata, Map<String, Object> application, String version) {

  private static final String DEFAULTS = "io/baedal/web/management-defaults.properties";
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private static final Map<String, ServiceJar> READ = new HashMap<>();
  private static final Map<String, List<JsonNode>> LIBRARIES = new HashMap<>();

  static ServiceJar of(String service) {
    return READ.computeIfAbsent(service, ServiceJar::read);
  }

  private static ServiceJar read(String service) {
    Path jar = Project.ROOT.resolve(service).resolve("target").resolve(service + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: build it with ./mvnw package");
    }
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      List<JsonNode> metadata = new ArrayList<>(properties(bytes(entries, METADATA)));
      entries.stream()
          .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/"))
          .forEach(entry -> metadata.addAll(ofLibrary(entries, entry.getName())));
      Properties build = new Properties();
      build.load(new ByteArrayInputStream(bytes(entries, "META-INF/build-info.properties")));
      Map<String, Object> application = managementDefaults(entries);
      application.putAll(settings(bytes(entries, "BOOT-INF/classes/application.yaml")));
      return new ServiceJar(metadata, application, build.getProperty("build.version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of its health and metrics. */
  String managementPort() {
    return application
        .get("management.server.port")
        .toString()
        .replaceAll("\\$\\{server\\.port(:\\d+)?}", application.get("server.port").toString());
  }

  private static Map<String, Object> managementDefaults(ZipFile jar) throws IOException {
    ZipEntry web =
        jar.stream()
            .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/baedal-web-"))
            .map(ZipEntry.class::cast)
            .findFirst()
            .orElseThrow();
    try (ZipInputStream entries = new ZipInputStream(jar.getInputStream(web))) {
      ZipEntry entry = entries.getNextEntry();
      while (!entry.getName().equals(DEFAULTS)) {
        entry = entries.getNextEntry();
      }
      Properties properties = new Properties();
      properties.load(entries);
      Map<String, Object> settings = new HashMap<>();
      properties.forEach((name, value) -> settings.put(name.toString(), value));
      return settings;
    }
  }

  /** Cached by the name of the library, since most libraries are in every service. */
  private static List<JsonNode> ofLibrary(ZipFile jar, String name) {
    return LIBRARIES.computeIfAbsent(name, n -> readLibrary(bytes(jar, n)));
  }

  private static List<JsonNode> readLibrary(byte[] library) {
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(library))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().equals(METADATA)) {
          return properties(entries.readAllBytes());
        }
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ZipFile jar, String name) {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return new byte[0];
    }
    try (InputStream bytes = jar.getInputStream(entry)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> properties(byte[] metadata) throws IOException {
    List<JsonNode> properties = new ArrayList<>();
    Yaml.JSON.readTree(metadata).path("properties").forEach(properties::add);
    return properties;
  }

  private static Map<String, Object> settings(byte[] yaml) throws IOException {
    Map<String, Object> settings = new HashMap<>();
    for (var source :
        new YamlPropertySourceLoader().load("application.yaml", new ByteArrayResource(yaml))) {
      ((MapPropertySource) source)
          .getSource()
          .forEach((name, value) -> settings.put(name, value.toString()));
    }
    return settings;
  }
}
