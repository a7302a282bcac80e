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

  /** One semicolon also stands within statements. */
  private static final String END_OF_STATEMENT = ";;";

  private final DataSource dataSource;

  EngineTables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var script = new ClassPathResource("/engine/fit-tables.sql", EngineTables.class);
    var populator = new ResourceDatabasePopulator(script);
    populator.setSeparator(END_OF_STATEMENT);
    populator.execute(dataSource);
  }
}
