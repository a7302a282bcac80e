package io.baedal.orchestrator.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Takes from the engine's tables what serves no query here, see {@code engine/fit-tables.sql}. At
 * each start, since it is the engine that makes its tables, and under the {@link StartupLock}.
 */
@Component
class EngineTables extends AbstractProcessEnginePlugin {

  private final DataSource dataSource;

  EngineTables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var script = new ClassPathResource("/engine/fit-tables.sql", EngineTables.class);
    new ResourceDatabasePopulator(script).execute(dataSource);
  }
}
