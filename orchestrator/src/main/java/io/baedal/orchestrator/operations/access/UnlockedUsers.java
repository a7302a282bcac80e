package io.baedal.orchestrator.operations.access;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/**
 * Never locks a user after wrong passwords, since any client could lock the operator out. {@link
 * PasswordChecks} limits wrong passwords instead.
 */
final class UnlockedUsers extends DbIdentityServiceProvider {

  @Override
  protected boolean isUserLocked(UserEntity user) {
    return false;
  }

  @Override
  protected void lockUser(UserEntity user) {}

  /** Replaces the engine's own identity provider. */
  @Component
  static final class Plugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.setIdentityProviderSessionFactory(new Factory());
    }
  }

  private static final class Factory implements SessionFactory {

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
