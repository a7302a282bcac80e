package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StepTest {

  private final BpmnModelInstance model =
      Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/order-fulfillment.bpmn"));

  @Test
  void everyElementThatCanFailIsAStepUnderItsNameInTheModel() {
    Map<String, String> labels =
        Arrays.stream(Step.values())
            .flatMap(step -> step.elements().stream())
            .filter(element -> model.getModelElementById(element) != null)
            .collect(Collectors.toMap(element -> element, element -> Step.of(element).label()));

    assertThat(
            elementsThatCanFail(model)
                .collect(Collectors.toMap(FlowNode::getId, FlowNode::getName)))
        .isEqualTo(labels);
  }

  @Test
  void everyElementOfALandedModelThatCanFailIsAStep() throws IOException {
    Resource[] landed =
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/landed/*.bpmn");
    assertThat(landed).isNotEmpty();
    for (Resource file : landed) {
      assertThat(elementsThatCanFail(Bpmn.readModelFromStream(file.getInputStream())))
          .extracting(element -> Step.of(element.getId()))
          .doesNotContain(Step.OTHER);
    }
  }

  @Test
  void onlyStepsThatUndoOrCloseCanBeSettled() {
    assertThat(Step.values())
        .allSatisfy(
            step ->
                assertThat(step.outcomes().isEmpty())
                    .isEqualTo(!step.undoes() && step != Step.CLOSE_DELIVERED_ORDER));
  }

  /** All elements for which the engine creates a job. */
  private static Stream<FlowNode> elementsThatCanFail(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(
            node ->
                node.isCamundaAsyncBefore()
                    || (node instanceof BoundaryEvent boundary
                        && boundary.getEventDefinitions().stream()
                            .anyMatch(TimerEventDefinition.class::isInstance)));
  }
}
