package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.ProcessNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * The version of the process on which this instance starts orders: always that of its own model.
 * The newest one in the engine may be another: while builds are mixed, an older build that restarts
 * would start orders on a version that it cannot run, or, with the engine's duplicate filtering,
 * deploy its old model again as the newest.
 *
 * <p>A model is deployed unless a version with its tag has the same bytes, even if other versions
 * were deployed after that one.
 */
@Component
public class StartVersion {

  private static final String RESOURCE = "order-fulfillment.bpmn";

  private final String definitionId;

  StartVersion(RepositoryService repository, OwnModel model) {
    this.definitionId =
        deployed(repository, model).orElseGet(() -> deploy(repository, model)).getId();
  }

  /** The engine's id of the version. */
  public String definitionId() {
    return definitionId;
  }

  private static Optional<ProcessDefinition> deployed(
      RepositoryService repository, OwnModel model) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(ProcessNames.PROCESS)
        .versionTag(model.tag())
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .filter(version -> model.isSameAs(contentOf(version, repository)))
        .findFirst();
  }

  private static ProcessDefinition deploy(RepositoryService repository, OwnModel model) {
    List<ProcessDefinition> deployed =
        repository
            .createDeployment()
            .name(ProcessNames.PROCESS + " " + model.tag())
            .addInputStream(RESOURCE, model.content())
            .deployWithResult()
            .getDeployedProcessDefinitions();
    return deployed.get(0);
  }

  private static byte[] contentOf(ProcessDefinition version, RepositoryService repository) {
    try (InputStream content = repository.getProcessModel(version.getId())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
