package io.baedal.orchestrator.operations.migration;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The places of a model: the elements at which an order can wait, and those for which the engine
 * stores a timer, a subscription or a compensation. A migration must map each of them.
 */
final class Places {

  /** The ids of all places. */
  static Set<String> of(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(Places::isPlace)
        .map(FlowNode::getId)
        .collect(toCollection(TreeSet::new));
  }

  /** The ids of the start events of event subprocesses that a process waits for. */
  static Set<String> startsOfEventSubprocesses(BpmnModelInstance model) {
    return model.getModelElementsByType(StartEvent.class).stream()
        .filter(Places::isPlace)
        .map(FlowNode::getId)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isPlace(FlowNode node) {
    if (node instanceof StartEvent start) {
      return start.getParentElement() instanceof SubProcess
          && isWaitedFor(start.getEventDefinitions());
    }
    if (node instanceof BoundaryEvent boundary) {
      return isWaitedFor(boundary.getEventDefinitions());
    }
    return node.isCamundaAsyncBefore()
        || node.isCamundaAsyncAfter()
        || node instanceof ReceiveTask
        || node instanceof UserTask
        || node instanceof CallActivity
        || node instanceof SubProcess
        || node instanceof EventBasedGateway
        || node instanceof IntermediateCatchEvent;
  }

  /** Errors and escalations are caught when they are thrown; the engine keeps nothing for them. */
  private static boolean isWaitedFor(Collection<EventDefinition> triggers) {
    return triggers.stream()
        .anyMatch(
            trigger ->
                !(trigger instanceof ErrorEventDefinition
                    || trigger instanceof EscalationEventDefinition));
  }

  private Places() {}
}
