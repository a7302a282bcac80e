package io.baedal.orchestrator.saga;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Records which flows of the models are taken while tests run. */
class ModelCoverage extends AbstractProcessEnginePlugin {

  private final Set<String> flowsTaken = new ConcurrentSkipListSet<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    BpmnParseListener flowListener =
        new AbstractBpmnParseListener() {
          @Override
          public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            ExecutionListener listener = execution -> flowsTaken.add(transition.getId());
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, listener);
          }
        };
    engine.getCustomPostBPMNParseListeners().add(flowListener);
  }

  Set<String> flowsNotTaken(BpmnModelInstance model) {
    return without(ids(model, SequenceFlow.class), flowsTaken);
  }

  static Set<String> nodesNotReached(BpmnModelInstance model, Collection<String> reached) {
    return without(ids(model, FlowNode.class), reached);
  }

  private static Set<String> ids(BpmnModelInstance model, Class<? extends FlowElement> type) {
    var ids = new TreeSet<String>();
    model.getModelElementsByType(type).stream()
        .filter(element -> !isCompensation(element))
        .forEach(element -> ids.add(element.getId()));
    return ids;
  }

  /** The boundary event of a compensation is never reached, only its handler. */
  private static boolean isCompensation(FlowElement element) {
    return element instanceof BoundaryEvent boundary
        && boundary.getEventDefinitions().stream()
            .anyMatch(CompensateEventDefinition.class::isInstance);
  }

  private static Set<String> without(Set<String> all, Collection<String> some) {
    all.removeAll(some);
    return all;
  }
}
