package io.baedal.orchestrator.operations.access;

import io.baedal.orchestrator.OrchestratorProperties;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Sets the operator's configured password, even if it has changed since the first start. */
@Component
class OperatorAccount implements SmartInitializingSingleton {

  private final IdentityService identities;
  private final OrchestratorProperties.Operator operator;

  OperatorAccount(IdentityService identities, OrchestratorProperties properties) {
    this.identities = identities;
    this.operator = properties.operator();
  }

  @Override
  public void afterSingletonsInstantiated() {
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
