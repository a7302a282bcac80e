package io.baedal.orchestrator.operations.migration;

import io.baedal.orchestrator.saga.ProcessNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Component;

/**
 * Builds the engine's plans for migrations, with an instruction for each place. The engine can map
 * places with equal ids itself, but it silently omits those that its rules do not allow. It does so
 * before it reads the other instructions: the timer of a task whose id changes would restart.
 */
@Component
class EnginePlans {

  private final RepositoryService repository;
  private final RuntimeService runtime;

  EnginePlans(RepositoryService repository, RuntimeService runtime) {
    this.repository = repository;
    this.runtime = runtime;
  }

  /**
   * One plan for each version with the source tag of {@code migration}; may be empty.
   *
   * @throws MigrationRefused if the migration does not fit its versions
   */
  List<MigrationPlan> of(Migration migration) {
    ProcessDefinition to =
        versions(migration.to())
            .findFirst()
            .orElseThrow(
                () -> refused(migration, "version " + migration.to() + " is not deployed"));
    return versions(migration.from()).map(from -> plan(migration, from, to)).toList();
  }

  /** Newest first. A change of the diagram's layout creates another version with the same tag. */
  private Stream<ProcessDefinition> versions(String tag) {
    ProcessDefinitionQuery versions =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(ProcessNames.PROCESS)
            .versionTag(tag)
            .orderByProcessDefinitionVersion()
            .desc();
    return versions.list().stream();
  }

  private MigrationPlan plan(Migration migration, ProcessDefinition from, ProcessDefinition to) {
    Set<String> before = placesOf(from);
    Set<String> after = placesOf(to);
    requireAllMapped(migration, before, after);
    MigrationPlanBuilder plan = runtime.createMigrationPlan(from.getId(), to.getId());
    for (String place : before) {
      String target = migration.mappings().getOrDefault(place, place);
      if (target != null) {
        MigrationInstructionBuilder instruction = plan.mapActivities(place, target);
        if (migration.updateEventTriggers().contains(place)) {
          instruction.updateEventTrigger();
        }
      }
    }
    try {
      return plan.build();
    } catch (MigrationPlanValidationException invalid) {
      throw new MigrationRefused(
          migration.name(), EngineReports.lines(invalid.getValidationReport()));
    }
  }

  private Set<String> placesOf(ProcessDefinition version) {
    return Places.of(repository.getBpmnModelInstance(version.getId()));
  }

  private static void requireAllMapped(Migration migration, Set<String> before, Set<String> after) {
    List<String> missing = new ArrayList<>();
    for (String place : before) {
      if (!migration.mappings().containsKey(place) && !after.contains(place)) {
        missing.add(place + ": neither in version " + migration.to() + " nor in the mappings");
      }
    }
    Stream.concat(migration.mappings().keySet().stream(), migration.updateEventTriggers().stream())
        .filter(place -> !before.contains(place))
        .forEach(place -> missing.add(place + ": no place of version " + migration.from()));
    if (!missing.isEmpty()) {
      throw new MigrationRefused(migration.name(), missing);
    }
  }

  private static MigrationRefused refused(Migration migration, String reason) {
    return new MigrationRefused(migration.name(), List.of(reason));
  }
}
