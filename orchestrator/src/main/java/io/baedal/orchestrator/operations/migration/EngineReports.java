package io.baedal.orchestrator.operations.migration;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationReport;

/** Converts the engine's validation reports into lines that begin with the place. */
final class EngineReports {

  static List<String> lines(MigrationPlanValidationReport plan) {
    return plan.getInstructionReports().stream()
        .flatMap(
            report ->
                lines(report.getMigrationInstruction().getSourceActivityId(), report.getFailures()))
        .toList();
  }

  static List<String> lines(MigratingProcessInstanceValidationReport order) {
    Stream<String> atActivities =
        order.getActivityInstanceReports().stream()
            .flatMap(report -> lines(report.getSourceScopeId(), report.getFailures()));
    Stream<String> atJobs =
        order.getTransitionInstanceReports().stream()
            .flatMap(report -> lines(report.getSourceScopeId(), report.getFailures()));
    return Stream.of(order.getFailures().stream(), atActivities, atJobs)
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> lines(String place, List<String> failures) {
    return failures.stream().map(failure -> place + ": " + failure);
  }

  private EngineReports() {}
}
