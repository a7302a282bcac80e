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

/** Checks that the VEX document and docs/security.md name the tests of each vulnerability. */
class VexTest {

  private static final Path TABLE = Path.of("..", "docs", "security.md");

  @ParameterizedTest
  @MethodSource("vulnerabilities")
  void namesATestThatExists(JsonNode vulnerability) {
    assertThat(tests(vulnerability))
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThatCode(() -> Class.forName(test, false, VexTest.class.getClassLoader()))
                    .doesNotThrowAnyException());
  }

  @ParameterizedTest
  @MethodSource("vulnerabilities")
  void isInTheTableWithTheSameTests(JsonNode vulnerability) throws IOException {
    List<String> rows =
        rows().filter(row -> row.contains("[" + vulnerability.at("/id").asText() + "]")).toList();

    assertThat(rows).hasSize(1);
    String names = rows.get(0).substring(rows.get(0).lastIndexOf("| ", rows.get(0).length() - 3));
    assertThat(names.replaceAll("[`| ]", "").split(","))
        .containsExactlyElementsOf(
            tests(vulnerability).stream()
                .map(test -> test.substring(test.lastIndexOf('.') + 1))
                .toList());
  }

  @Test
  void hasEachVulnerabilityOfTheTable() throws IOException {
    assertThat(rows()).hasSize((int) vulnerabilities().count());
  }

  private static Stream<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| [CVE-"));
  }

  private static List<String> tests(JsonNode vulnerability) {
    return elements(vulnerability.at("/properties"))
        .filter(property -> property.at("/name").asText().equals("io.baedal:test"))
        .map(property -> property.at("/value").asText())
        .toList();
  }

  static Stream<JsonNode> vulnerabilities() throws IOException {
    try (var vex = VexTest.class.getResourceAsStream("/META-INF/sbom/vex.cdx.json")) {
      return elements(new ObjectMapper().readTree(vex).at("/vulnerabilities"));
    }
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
