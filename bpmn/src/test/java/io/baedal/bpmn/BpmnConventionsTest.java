package io.baedal.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Checks the conventions of the current model. */
class BpmnConventionsTest {

  /**
   * A compensation handler of the step itself would not undo a call whose answer is lost
   * (docs/adr/0002).
   */
  private static final Map<String, String> STEP_OF_PREPARATION =
      Map.of(
          "Task_PreparePayment", "Task_ApprovePayment",
          "Task_PrepareStoreRequest", "Task_RequestStore",
          "Task_PrepareDelivery", "Task_StartDelivery");

  private final BpmnModelInstance model =
      Bpmn.readModelFromFile(new File("order-fulfillment.bpmn"));

  @Test
  void theProcessIsDocumentedAndItsHistoryExpires() {
    Process process = all(Process.class).iterator().next();
    assertThat(process.getId()).isEqualTo("OrderFulfillment");
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
    assertThat(process.getDocumentations()).isNotEmpty();
  }

  @Test
  void elementsAreNamedAfterTheirType() {
    assertNamed(StartEvent.class, "StartEvent_");
    assertNamed(EndEvent.class, "EndEvent_");
    assertNamed(Gateway.class, "Gateway_");
    assertNamed(IntermediateCatchEvent.class, "Catch_");
    assertNamed(IntermediateThrowEvent.class, "Throw_");
    assertNamed(SubProcess.class, "SubProcess_");
    assertThat(all(SequenceFlow.class)).allMatch(flow -> flow.getId().startsWith("Flow_"));
    assertThat(all(ServiceTask.class))
        .allMatch(
            task -> task.getId().startsWith(task.isForCompensation() ? "Compensation_" : "Task_"))
        .allMatch(task -> task.getName() != null);
  }

  /** The orchestrator drops the foreign keys of their tables (docs/adr/0021). */
  @Test
  void thereAreNoUserTasksExternalTasksOrOtherProcesses() {
    assertThat(all(UserTask.class)).isEmpty();
    assertThat(all(CallActivity.class)).isEmpty();
    assertThat(all(ServiceTask.class)).allMatch(task -> task.getCamundaTopic() == null);
  }

  @Test
  void everyRemoteCallHasASavePointBeforeIt() {
    assertThat(all(ServiceTask.class).stream().filter(task -> !task.isForCompensation()))
        .isNotEmpty()
        .allMatch(ServiceTask::isCamundaAsyncBefore);
    assertThat(all(IntermediateThrowEvent.class))
        .isNotEmpty()
        .allMatch(IntermediateThrowEvent::isCamundaAsyncBefore);
  }

  @Test
  void theUndoOfEachStepIsCommittedBeforeItsCall() {
    List<Activity> compensated =
        all(BoundaryEvent.class).stream()
            .filter(event -> isCompensation(event.getEventDefinitions()))
            .map(BoundaryEvent::getAttachedTo)
            .toList();
    assertThat(compensated)
        .extracting(Activity::getId)
        .containsExactlyInAnyOrderElementsOf(STEP_OF_PREPARATION.keySet());
    for (Activity preparation : compensated) {
      assertThat(flowsFrom(preparation))
          .extracting(flow -> flow.getTarget().getId())
          .containsExactly(STEP_OF_PREPARATION.get(preparation.getId()));
    }
  }

  @Test
  void aCancellationUndoesEveryStepLastStepFirst() {
    assertThat(undoneBy("StartEvent_CancellationRequested"))
        .containsExactly("Task_PrepareDelivery", "Task_PrepareStoreRequest", "Task_PreparePayment");
    // no order is rejected once its delivery has been prepared
    assertThat(undoneBy("StartEvent_OrderRefused"))
        .containsExactly("Task_PrepareStoreRequest", "Task_PreparePayment");
  }

  @Test
  void thereAreNoScriptsAndNoLogicInConditions() {
    assertThat(all(ScriptTask.class)).isEmpty();
    assertThat(all(ConditionExpression.class))
        .extracting(condition -> condition.getTextContent())
        .allMatch(text -> text.matches("\\$\\{!?\\w+}|\\$\\{execution\\.hasVariable\\('\\w+'\\)}"));
  }

  @Test
  void everyElementIsInTheDiagram() {
    assertThat(all(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()))
        .containsAll(all(FlowNode.class).stream().map(FlowElement::getId).toList());
    assertThat(all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()))
        .containsAll(all(SequenceFlow.class).stream().map(FlowElement::getId).toList());
  }

  /** The preparations whose steps are undone on the main path from {@code start}, in order. */
  private List<String> undoneBy(String start) {
    var undone = new ArrayList<String>();
    FlowNode node = model.getModelElementById(start);
    while (!(node instanceof EndEvent)) {
      if (node instanceof IntermediateThrowEvent event) {
        var definition = (CompensateEventDefinition) event.getEventDefinitions().iterator().next();
        undone.add(definition.getActivity().getId());
      }
      SequenceFlow next =
          flowsFrom(node).stream()
              .filter(flow -> flow.getConditionExpression() == null)
              .findFirst()
              .orElseThrow();
      node = next.getTarget();
    }
    return undone;
  }

  private List<SequenceFlow> flowsFrom(FlowNode node) {
    return all(SequenceFlow.class).stream().filter(flow -> flow.getSource().equals(node)).toList();
  }

  private void assertNamed(Class<? extends FlowNode> type, String prefix) {
    assertThat(all(type))
        .isNotEmpty()
        .allMatch(element -> element.getId().startsWith(prefix))
        .allMatch(element -> element.getName() != null && !element.getName().isBlank());
  }

  private static boolean isCompensation(Collection<?> definitions) {
    return definitions.stream().anyMatch(CompensateEventDefinition.class::isInstance);
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }
}
