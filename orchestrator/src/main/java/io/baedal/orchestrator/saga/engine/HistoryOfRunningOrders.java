package io.baedal.orchestrator.saga.engine;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;

import io.baedal.orchestrator.saga.ProcessNames;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Postpones the removal of the history of long-running orders. The removal time is written when an
 * order starts, which saves an update of all its rows when it ends. But the engine removes the
 * history at that time even if the order still runs, and rows that are written later have no
 * removal time and are never removed.
 */
@Component
class HistoryOfRunningOrders {

  private static final int AT_A_TIME = 100;

  private final HistoryService history;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  HistoryOfRunningOrders(
      HistoryService history, RepositoryService repository, ProcessEngineConfigurationImpl engine) {
    this.history = history;
    this.repository = repository;
    this.engine = engine;
    // before the job executor starts, which removes what is due
    postpone();
  }

  /** Restarts the time to live of orders with less than half of it left. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void postpone() {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(ProcessNames.PROCESS)
        .list()
        .stream()
        .filter(version -> version.getHistoryTimeToLive() != null)
        .forEach(version -> postpone(version.getId(), now, version.getHistoryTimeToLive()));
  }

  private void postpone(String version, Instant now, int daysToLive) {
    Instant soon = now.plus(daysToLive, DAYS).minus(daysToLive * 12L, HOURS);
    var running =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionId(version)
            .unfinished()
            .startedBefore(Date.from(soon.minus(daysToLive, DAYS)))
            .orderByProcessInstanceId()
            .asc();
    int first = 0;
    List<HistoricProcessInstance> page;
    do {
      page = running.listPage(first, AT_A_TIME);
      page.stream()
          .filter(order -> isDueBy(soon, order))
          .forEach(order -> removeAt(order.getId(), Date.from(now.plus(daysToLive, DAYS))));
      first += AT_A_TIME;
    } while (page.size() == AT_A_TIME);
  }

  private static boolean isDueBy(Instant soon, HistoricProcessInstance order) {
    return order.getRemovalTime() == null || order.getRemovalTime().toInstant().isBefore(soon);
  }

  private void removeAt(String instanceId, Date time) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                context
                    .getHistoricProcessInstanceManager()
                    .addRemovalTimeById(instanceId, time, null, Set.of()));
  }
}
