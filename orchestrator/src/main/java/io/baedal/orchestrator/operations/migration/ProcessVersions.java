package io.baedal.orchestrator.operations.migration;

import io.baedal.orchestrator.saga.ProcessNames;
import io.baedal.orchestrator.saga.RunnableVersions;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of the process, and the places of their orders. */
@Component
public class ProcessVersions {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final RunnableVersions runnable;
  private final Migrations migrations;

  ProcessVersions(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      RunnableVersions runnable,
      Migrations migrations) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.runnable = runnable;
    this.migrations = migrations;
  }

  /** A page of them, newest first. */
  public Page<ProcessVersion> find(@Nullable Cursor after, int size) {
    // the engine cannot query for lower versions, but the list of all of them is short
    List<ProcessDefinition> versions =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(ProcessNames.PROCESS)
            .orderByProcessDefinitionVersion()
            .desc()
            .list()
            .stream()
            .filter(
                version ->
                    after == null || version.getVersion() < after.id().getLeastSignificantBits())
            .limit(size + 1L)
            .toList();
    return Page.of(
        versions,
        size,
        version -> new Cursor(Instant.EPOCH, new UUID(0, version.getVersion())),
        this::version);
  }

  private ProcessVersion version(ProcessDefinition version) {
    String id = version.getId();
    BpmnModelInstance model = repository.getBpmnModelInstance(id);
    return new ProcessVersion(
        version.getVersion(),
        version.getVersionTag(),
        runnable.isStart(id),
        runnable.runs(id),
        runtime.createProcessInstanceQuery().processDefinitionId(id).count(),
        management.createActivityStatisticsQuery(id).list().stream()
            .map(at -> at(at, model))
            .toList(),
        migrations.from(version.getVersionTag()).stream().map(Migration::name).toList());
  }

  private static At at(ActivityStatistics statistics, BpmnModelInstance model) {
    @Nullable String label =
        Optional.ofNullable(model.getModelElementById(statistics.getId()))
            .map(element -> ((FlowNode) element).getName())
            .orElse(null);
    return new At(statistics.getId(), label, statistics.getInstances());
  }

  /**
   * A version of the process.
   *
   * @param version the engine's number, from 1
   * @param tag the tag in the model; null for a version from before tags were used
   * @param startsHere whether the responding instance starts orders on it
   * @param runsHere whether the responding instance can run it
   * @param orders the number of orders on it
   * @param places the number of orders at each place
   * @param migrations the names of the migrations from it
   */
  public record ProcessVersion(
      int version,
      @Nullable String tag,
      boolean startsHere,
      boolean runsHere,
      long orders,
      List<At> places,
      List<String> migrations) {}

  /** The number of orders at an element of the model. */
  public record At(String activityId, @Nullable String label, long orders) {}
}
