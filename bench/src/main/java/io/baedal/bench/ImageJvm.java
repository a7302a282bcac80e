package io.baedal.bench;

import io.baedal.local.common.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The JVM options that containers have: those of the images, and what a JVM derives from the memory
 * limit of the chart.
 */
final class ImageJvm {

  private static final Pattern OPTIONS = Pattern.compile("JAVA_TOOL_OPTIONS=\"([^\"]*)\"");

  /** Where the chart keeps the settings that services share. */
  private static final String SHARED = "common";

  /** The broker's own image has a heap of 1 GiB; it needs less. */
  private static final List<String> KAFKA = List.of("-Xmx256m", "-XX:+UseSerialGC");

  private final String imageOptions;
  private final Map<String, Object> chart;

  ImageJvm(Path root) throws IOException {
    Matcher found = OPTIONS.matcher(Files.readString(root.resolve("Dockerfile")));
    if (!found.find()) {
      throw new IllegalStateException("the Dockerfile sets no JAVA_TOOL_OPTIONS");
    }
    imageOptions = found.group(1);
    chart = new Yaml().load(Files.readString(root.resolve("charts/baedal/values.yaml")));
  }

  List<String> of(Part part) {
    if (!part.isService()) {
      return KAFKA;
    }
    List<String> options = new ArrayList<>(List.of(imageOptions.split(" ")));
    options.add("-XX:MaxRAM=" + memory(part));
    // the default of a JVM with less than 1792 MiB
    options.add("-XX:+UseSerialGC");
    return options;
  }

  private String memory(Part part) {
    String limit = limit(camelCase(part.label()));
    return (limit.isEmpty() ? limit(SHARED) : limit).replace("Mi", "m").replace("Gi", "g");
  }

  private String limit(String section) {
    Object value = chart;
    for (String key : List.of(section, "resources", "limits", "memory")) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value == null ? "" : value.toString();
  }

  private static String camelCase(String name) {
    return Pattern.compile("-(.)")
        .matcher(name)
        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
