package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.OrchestratorProperties;
import io.baedal.orchestrator.saga.ProcessNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The model on which this instance starts new orders. */
@Component
class OwnModel {

  private final byte[] content;
  private final String tag;

  OwnModel(OrchestratorProperties properties) {
    Resource model = properties.model();
    try (InputStream file = model.getInputStream()) {
      this.content = file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the process model cannot be read: " + model, e);
    }
    this.tag = tagOf(content, model);
  }

  private static String tagOf(byte[] content, Resource model) {
    var read = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    return read.getModelElementsByType(Process.class).stream()
        .filter(process -> process.getId().equals(ProcessNames.PROCESS))
        .map(Process::getCamundaVersionTag)
        .filter(tag -> tag != null && !tag.isBlank())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    model + " has no process " + ProcessNames.PROCESS + " with a versionTag"));
  }

  String tag() {
    return tag;
  }

  InputStream content() {
    return new ByteArrayInputStream(content);
  }

  boolean isSameAs(byte[] other) {
    return Arrays.equals(content, other);
  }
}
