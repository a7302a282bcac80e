package io.baedal.orchestrator.operations.migration;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationReport;

/** The engine's objections to a migration, as lines that begin with the place. */
final class EngineReports {

  static List<String> lines(MigrationPlanValidationReport plan) {
    return plan.getInstructionReports().stream()
        .flatMap(
            report ->
                lines(report.getMigrationInstruction().getSourceActivityId(), report.getFailures()))
        .toList();
  }

  static List<String> lines(MigratingProcessInstanceValidationReport order) {
    Stream<String> standing =
        order.getActivityInstanceReports().stream()
            .flatMap(report -> lines(report.getSourceScopeId(), report.getFailures()));
    Stream<String> waitingForAJob =
        order.getTransitionInstanceReports().stream()
            .flatMap(report -> lines(report.getSourceScopeId(), report.getFailures()));
    return Stream.of(order.getFailures().stream(), standing, waitingForAJob)
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> lines(String place, List<String> failures) {
    return failures.stream().map(failure -> place + ": " + failure);
  }

  private EngineReports() {}
}
