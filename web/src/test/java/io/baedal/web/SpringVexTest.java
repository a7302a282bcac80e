package io.baedal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.SpringVersion;

/** Checks that the VEX document answers each weakness of Spring in docs/security.md. */
class SpringVexTest {

  private static final Path TABLE = Path.of("..", "docs", "security.md");

  @Test
  void answersEachWeaknessOfTheTableInTheSameWords() throws IOException {
    Map<String, String> table =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| CVE-"))
            .map(SpringVexTest::cells)
            .collect(Collectors.toMap(cells -> cells.get(0), cells -> plain(cells.get(2))));

    Map<String, String> vex =
        StreamSupport.stream(vulnerabilities().spliterator(), false)
            .collect(
                Collectors.toMap(
                    weakness -> weakness.at("/id").asText(),
                    weakness -> plain(weakness.at("/analysis/detail").asText())));

    assertThat(vex).isNotEmpty().isEqualTo(table);
  }

  /** The list has to be checked again for another version. */
  @Test
  void isAboutTheVersionInUse() throws IOException {
    for (JsonNode weakness : vulnerabilities()) {
      assertThat(weakness.at("/affects/0/ref").asText())
          .contains("@" + SpringVersion.getVersion() + "?");
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|"))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  private static String plain(String text) {
    return text.replaceAll("[`.]", "").toLowerCase(Locale.ROOT);
  }

  private static JsonNode vulnerabilities() throws IOException {
    try (var vex = SpringVexTest.class.getResourceAsStream("/META-INF/sbom/spring.vex.cdx.json")) {
      return new ObjectMapper().readTree(vex).at("/vulnerabilities");
    }
  }
}
