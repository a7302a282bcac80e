package io.baedal.orchestrator.engine;

import io.baedal.orchestrator.OrchestratorProperties;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the operator the configured password, also when it has changed since the first start. */
@Component
class OperatorAccount {

  private final IdentityService identities;
  private final OrchestratorProperties.Operator operator;

  OperatorAccount(IdentityService identities, OrchestratorProperties properties) {
    this.identities = identities;
    this.operator = properties.operator();
  }

  @EventListener
  void onStart(PostDeployEvent started) {
    if (identities.checkPassword(operator.username(), operator.password())) {
      return;
    }
    User user = identities.createUserQuery().userId(operator.username()).singleResult();
    if (user != null) {
      user.setPassword(operator.password());
      identities.saveUser(user);
      identities.unlockUser(operator.username());
    }
  }
}
