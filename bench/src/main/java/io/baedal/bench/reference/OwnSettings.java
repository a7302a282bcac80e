package io.baedal.bench.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** The engine's settings from the orchestrator's {@code application.yaml}. */
final class OwnSettings {

  private static final Set<String> STOCK_LEVELS = Set.of("full", "audit", "activity", "none");

  private final Binder settings;

  OwnSettings(Path yaml) throws IOException {
    settings =
        new Binder(
            ConfigurationPropertySources.from(
                new YamlPropertySourceLoader().load("own", new FileSystemResource(yaml))));
  }

  void apply(ProcessEngineConfigurationImpl engine, DefaultJobExecutor jobs) {
    settings
        .bind("camunda.bpm.history-level", String.class)
        // a custom level is code of the orchestrator: here the engine's lowest level replaces it
        .ifBound(level -> engine.setHistory(STOCK_LEVELS.contains(level) ? level : "none"));
    settings.bind("camunda.bpm.generic-properties.properties", Bindable.ofInstance(engine));
    settings.bind("camunda.bpm.job-execution", Bindable.ofInstance(jobs));
    settings
        .bind("camunda.bpm.job-execution.queue-capacity", Integer.class)
        .ifBound(jobs::setQueueSize);
    settings
        .bind("camunda.bpm.job-execution.deployment-aware", Boolean.class)
        .ifBound(engine::setJobExecutorDeploymentAware);
  }
}
