package io.baedal.orchestrator.saga.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Drops indexes and constraints of the engine's tables that no query uses, see {@code
 * engine/fit-tables.sql}. Runs at each start, after the engine has created its tables, under the
 * {@link StartupLock}.
 */
@Component
class EngineTables extends AbstractProcessEnginePlugin {

  /** A single semicolon also occurs within statements. */
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
