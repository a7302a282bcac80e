package io.baedal.delivery.refusal.web;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.DomainProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Maps this service's own exceptions to problems. */
@Configuration(proxyBeanMethods = false)
public class RefusalProblems {

  @Bean
  DomainProblem<WrongState> wrongState() {
    return new DomainProblem<>(
        WrongState.class,
        refusal ->
            Problem.of(
                ProblemType.WRONG_STATE,
                "Not possible in the current state: " + refusal.current() + "."));
  }

  @Bean
  DomainProblem<UnknownOrder> unknownOrder() {
    return new DomainProblem<>(
        UnknownOrder.class,
        refusal ->
            Problem.of(ProblemType.NOT_FOUND, "Order " + refusal.orderId() + " is unknown."));
  }
}
