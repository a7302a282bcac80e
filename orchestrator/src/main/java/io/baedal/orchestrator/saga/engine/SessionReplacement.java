package io.baedal.orchestrator.saga.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Makes the engine use another class in place of one of its managers.
 *
 * @param type the engine's manager
 * @param replacement creates a subclass of it for each command
 */
record SessionReplacement<M extends Session>(Class<M> type, Supplier<? extends M> replacement)
    implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return type;
  }

  @Override
  public Session openSession() {
    return replacement.get();
  }
}
