package io.baedal.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements about published vulnerabilities name their tests, for scanners and for readers.
 */
class VexTest {

  private static final Path TABLE = Path.of("..", "docs", "security.md");

  @ParameterizedTest
  @MethodSource("weaknesses")
  void namesATestThatExists(JsonNode weakness) {
    assertThat(tests(weakness))
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThatCode(() -> Class.forName(test, false, VexTest.class.getClassLoader()))
                    .doesNotThrowAnyException());
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void isInTheTableWithTheSameTests(JsonNode weakness) throws IOException {
    List<String> rows =
        rows().filter(row -> row.contains("[" + weakness.at("/id").asText() + "]")).toList();

    assertThat(rows).hasSize(1);
    String names = rows.get(0).substring(rows.get(0).lastIndexOf("| ", rows.get(0).length() - 3));
    assertThat(names.replaceAll("[`| ]", "").split(","))
        .containsExactlyElementsOf(
            tests(weakness).stream()
                .map(test -> test.substring(test.lastIndexOf('.') + 1))
                .toList());
  }

  @Test
  void hasEveryWeaknessOfTheTable() throws IOException {
    assertThat(rows()).hasSize((int) weaknesses().count());
  }

  private static Stream<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| [CVE-"));
  }

  private static List<String> tests(JsonNode weakness) {
    return elements(weakness.at("/properties"))
        .filter(property -> property.at("/name").asText().equals("io.baedal:test"))
        .map(property -> property.at("/value").asText())
        .toList();
  }

  static Stream<JsonNode> weaknesses() throws IOException {
    try (var vex = VexTest.class.getResourceAsStream("/META-INF/sbom/vex.cdx.json")) {
      return elements(new ObjectMapper().readTree(vex).at("/vulnerabilities"));
    }
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
