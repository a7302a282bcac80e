package io.baedal.orchestrator.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

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

class StepTest {

  private final BpmnModelInstance model =
      Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/order-fulfillment.bpmn"));

  @Test
  void everyElementThatCanFailIsAStepUnderItsNameInTheModel() {
    Map<String, String> labels =
        Arrays.stream(Step.values())
            .flatMap(step -> step.elements().stream())
            .collect(Collectors.toMap(element -> element, element -> Step.of(element).label()));

    assertThat(elementsThatCanFail().collect(Collectors.toMap(FlowNode::getId, FlowNode::getName)))
        .isEqualTo(labels);
  }

  @Test
  void onlyStepsThatUndoOrCloseCanBeSettled() {
    assertThat(Step.values())
        .allSatisfy(
            step ->
                assertThat(step.outcomes().isEmpty())
                    .isEqualTo(!step.undoes() && step != Step.CLOSE_DELIVERED_ORDER));
  }

  /** Whatever the engine makes a job of. */
  private Stream<FlowNode> elementsThatCanFail() {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(
            node ->
                node.isCamundaAsyncBefore()
                    || (node instanceof BoundaryEvent boundary
                        && boundary.getEventDefinitions().stream()
                            .anyMatch(TimerEventDefinition.class::isInstance)));
  }
}
