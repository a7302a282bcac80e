package io.baedal.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's table of values matches the schema and values.yaml. */
class ChartReadmeTest {

  private static final String BEGIN = "<!-- values:begin -->\n";
  private static final String END = "\n<!-- values:end -->";

  @Test
  void listsAllValues() {
    Path readme = Project.CHART.resolve("README.md");
    String text = Project.read(readme);
    ValuesTable table = table("values.schema.json", "values.yaml");

    int begin = text.indexOf(BEGIN) + BEGIN.length();
    assertThat(text).contains(BEGIN, END);
    assertThat(table.problems()).isEmpty();
    Golden.verify(
        readme,
        text.substring(0, begin)
            + table.markdown()
            + END
            + text.substring(text.indexOf(END) + END.length()));
  }

  @Test
  void missesNoValue() {
    ValuesTable table =
        new ValuesTable(
            Yaml.document(
                """
                properties:
                  common: {description: all, properties: {replicas: {description: how many}}}
                  order:
                    description: orders
                    properties: {replicas: {$ref: '#/properties/common/properties/replicas'}}
                  undescribed: {type: string}
                  unset: {description: without a default}
                """),
            Yaml.document("{common: {replicas: 2}, order: {}, undescribed: '', unknown: 1}"));

    assertThat(table.markdown())
        .contains("| `common.replicas` | `2` | how many |")
        .doesNotContain("order.replicas");
    assertThat(table.problems())
        .containsExactlyInAnyOrder(
            "undescribed is not described in values.schema.json",
            "unset is not in values.yaml",
            "unknown is not in values.schema.json");
  }

  private static ValuesTable table(String schema, String values) {
    return new ValuesTable(
        Yaml.document(Project.read(Project.CHART.resolve(schema))),
        Yaml.document(Project.read(Project.CHART.resolve(values))));
  }
}
