package io.baedal.orchestrator.saga.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** The engine's command, with fewer statements, see {@link Executions}. */
final class ReceiveMessage extends MessageEventReceivedCmd {

  private final String processInstanceId;

  ReceiveMessage(
      String message, String processInstanceId, String execution, Map<String, Object> variables) {
    super(message, execution, variables);
    this.processInstanceId = processInstanceId;
  }

  @Override
  public Void execute(CommandContext command) {
    Executions.readAll(command, processInstanceId);
    return super.execute(command);
  }
}
