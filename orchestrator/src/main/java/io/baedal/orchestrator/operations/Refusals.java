package io.baedal.orchestrator.operations;

import io.baedal.orchestrator.operations.migration.MigrationRefused;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.DomainProblem;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The problems with which operator calls are refused. */
@Configuration(proxyBeanMethods = false)
public class Refusals {

  @Bean
  DomainProblem<MigrationRefused> migrationRefused() {
    return new DomainProblem<>(
        MigrationRefused.class,
        refused ->
            Problem.of(ProblemType.MIGRATION_REFUSED, String.valueOf(refused.getMessage()))
                .with("reasons", refused.reasons()));
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(Problem.of(type, detail));
  }

  public static ProblemException badField(String field, String message) {
    return new ProblemException(Problem.invalid(field, message));
  }

  public static ProblemException unknownOrder(UUID orderId) {
    return of(ProblemType.NOT_FOUND, "There is no order " + orderId + ".");
  }

  public static ProblemException settledBefore() {
    return of(ProblemType.STEP_SETTLED_BEFORE, "An operator has resolved the step manually.");
  }
}
