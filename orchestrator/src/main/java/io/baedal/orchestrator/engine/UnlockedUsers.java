package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's users, who are not locked after a wrong password: anybody could keep the operator
 * out. See {@link PasswordChecks} for what is done instead.
 */
final class UnlockedUsers extends DbIdentityServiceProvider {

  @Override
  protected boolean isUserLocked(UserEntity user) {
    return false;
  }

  @Override
  protected void lockUser(UserEntity user) {}

  /** For the engine's configuration. */
  static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return UnlockedUsers.class;
    }

    @Override
    public Session openSession() {
      return new UnlockedUsers();
    }
  }
}
