package io.baedal.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** Checks that a model that has run orders is never changed, only followed by a new version. */
class ModelVersionsTest {

  private static final Path MODEL = Path.of("order-fulfillment.bpmn");
  private static final Path LANDED = Path.of("landed");
  private static final Path MIGRATIONS = Path.of("migrations");

  @Test
  void aChangedModelHasANewTagAndALandedOneIsKept() {
    String tag = tagOf(MODEL);
    Path kept = LANDED.resolve(tag + ".bpmn");

    assertThat(kept)
        .as("a model with a new versionTag is kept: cp %s %s", MODEL, kept)
        .isRegularFile();
    assertThat(executablePart(MODEL))
        .as("the model differs from %s: give it a new versionTag", kept)
        .isEqualTo(executablePart(kept));
  }

  @Test
  void landedModelsAreNamedAfterTheirTags() throws IOException {
    assertThat(filesIn(LANDED, ".bpmn"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.getFileName()).hasToString(tagOf(file) + ".bpmn"));
  }

  @Test
  void plansAreNamedAfterTheirSourceAndTargetVersions() throws IOException {
    for (Path file : filesIn(MIGRATIONS, ".json")) {
      JsonNode plan = new ObjectMapper().readTree(file.toFile());
      String from = plan.at("/from").asText();
      String to = plan.at("/to").asText();

      assertThat(file.getFileName()).hasToString(from + "-to-" + to + ".json");
      assertThat(List.of(from, to))
          .allSatisfy(tag -> assertThat(LANDED.resolve(tag + ".bpmn")).isRegularFile());
    }
  }

  private static List<Path> filesIn(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String tagOf(Path model) {
    BpmnModelInstance read = Bpmn.readModelFromFile(model.toFile());
    return read.getModelElementsByType(Process.class).iterator().next().getCamundaVersionTag();
  }

  /** The model without the diagram, which may change at any time. */
  private static String executablePart(Path model) {
    BpmnModelInstance read = Bpmn.readModelFromFile(model.toFile());
    read.getDefinitions().getBpmDiagrams().clear();
    return Bpmn.convertToString(read).replaceAll("\\s+", " ");
  }
}
