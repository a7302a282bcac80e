package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.ProcessNames;
import io.baedal.orchestrator.saga.RunnableVersions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The versions of the process that this instance runs: all whose tags it knows. The jobs of other
 * versions are left to instances of newer builds: the job executor is deployment-aware, and only
 * deployments of known versions are registered with it. By default the engine registers only what
 * it deploys, so that after a restart the jobs of all older versions would be stuck.
 */
@Component
class DeployedVersions implements RunnableVersions {

  private static final Logger log = LoggerFactory.getLogger(DeployedVersions.class);

  private final RepositoryService repository;
  private final ManagementService management;
  private final KnownTags tags;
  private final StartVersion start;

  /** By the engine's id of the version. */
  private final Map<String, Boolean> runnable = new ConcurrentHashMap<>();

  DeployedVersions(
      RepositoryService repository,
      ManagementService management,
      KnownTags tags,
      StartVersion start) {
    this.repository = repository;
    this.management = management;
    this.tags = tags;
    this.start = start;
    // before the job executor starts, and after this build's model has been deployed
    refresh();
  }

  /** Finds versions that other instances have deployed. */
  @Scheduled(fixedDelayString = "PT10S")
  void refresh() {
    repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(ProcessNames.PROCESS)
        .list()
        .forEach(version -> runnable.computeIfAbsent(version.getId(), id -> register(version)));
  }

  private boolean register(ProcessDefinition version) {
    boolean known = tags.contain(version.getVersionTag());
    if (known) {
      management.registerDeploymentForJobExecutor(version.getDeploymentId());
    } else {
      log.warn(
          "version {} of the process, tag {}, is not known to this build; its orders are left to"
              + " other instances",
          version.getVersion(),
          version.getVersionTag());
    }
    return known;
  }

  @Override
  public boolean runs(String definitionId) {
    if (!runnable.containsKey(definitionId)) {
      refresh();
    }
    return runnable.getOrDefault(definitionId, false);
  }

  @Override
  public boolean isStart(String definitionId) {
    return start.definitionId().equals(definitionId);
  }

  @Override
  public List<String> others() {
    return runnable.entrySet().stream()
        .filter(version -> !version.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
