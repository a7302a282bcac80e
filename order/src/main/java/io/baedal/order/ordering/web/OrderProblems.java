package io.baedal.order.ordering.web;

import io.baedal.order.ordering.OrderNotFound;
import io.baedal.order.ordering.Overloaded;
import io.baedal.order.ordering.RuleBroken;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.DomainProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Maps this service's own exceptions to problems. */
@Configuration(proxyBeanMethods = false)
class OrderProblems {

  @Bean
  DomainProblem<OrderNotFound> orderNotFound() {
    return DomainProblem.of(OrderNotFound.class, ProblemType.NOT_FOUND);
  }

  @Bean
  DomainProblem<RuleBroken> ruleBroken() {
    return new DomainProblem<>(
        RuleBroken.class, e -> Problem.of(type(e.rule()), String.valueOf(e.getMessage())));
  }

  @Bean
  DomainProblem<Overloaded> overloaded() {
    return new DomainProblem<>(
        Overloaded.class,
        e ->
            Problem.of(ProblemType.OVERLOADED, e.getMessage() + " Try again later.")
                .retryAfter(e.retryAfterSeconds()));
  }

  private static ProblemType type(RuleBroken.Rule rule) {
    return switch (rule) {
      case IDEMPOTENCY_KEY_REUSED -> ProblemType.IDEMPOTENCY_KEY_REUSED;
      case ORDER_REFERENCE_REUSED -> ProblemType.ORDER_REFERENCE_REUSED;
      case ORDER_ENDED -> ProblemType.ORDER_ENDED;
      case CANCELLATION_REFUSED -> ProblemType.CANCELLATION_REFUSED;
    };
  }
}
