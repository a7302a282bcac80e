package io.baedal.orchestrator.operations.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.orchestrator.OrchestratorTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;

/** Checks that this build can run all landed models and migrate their orders. */
@OrchestratorTest
class LandedModelsTest {

  /** ${bean} as a delegate, ${bean.method()} anywhere. */
  private static final Pattern BEAN =
      Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}|\\$\\{(?!execution\\.)(\\w+)\\.");

  @Autowired ApplicationContext build;

  @Test
  void thisBuildHasAllBeansOfAllLandedModels() throws IOException {
    for (Resource model : landed()) {
      String text = new String(model.getInputStream().readAllBytes(), UTF_8);
      Set<String> beans =
          BEAN.matcher(text)
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .collect(toSet());

      assertThat(beans).hasSizeGreaterThan(5).allMatch(build::containsBean);
    }
  }

  @Test
  void everyPlaceOfALandedModelStillExistsOrIsInAMigration() throws IOException {
    Set<String> now =
        Places.of(
            Bpmn.readModelFromStream(
                build.getResource("classpath:bpmn/order-fulfillment.bpmn").getInputStream()));
    assertThat(now).contains("Task_ApprovePayment", "Boundary_UndoPayment", "SubProcess_Rejection");
    for (Resource model : landed()) {
      Set<String> answered = new HashSet<>(now);
      for (Resource file : build.getResources("classpath*:bpmn/migrations/*.json")) {
        Migration migration = new ObjectMapper().readValue(file.getInputStream(), Migration.class);
        if (model.getFilename().equals(migration.from() + ".bpmn")) {
          answered.addAll(migration.mappings().keySet());
        }
      }

      assertThat(answered)
          .as("places of %s", model.getFilename())
          .containsAll(Places.of(Bpmn.readModelFromStream(model.getInputStream())));
    }
  }

  private Resource[] landed() throws IOException {
    Resource[] landed = build.getResources("classpath*:bpmn/landed/*.bpmn");
    assertThat(landed).isNotEmpty();
    return landed;
  }
}
