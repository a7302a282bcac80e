package io.baedal.orchestrator;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Keeps one Spring context open at a time. A class that shares the context of the class before
 * starts with empty tables. Otherwise that context is closed first, because an engine that is
 * closed later would unregister the name of the next one. The last context is closed before
 * PostgreSQL stops.
 */
final class SharedContext implements TestExecutionListener, BeforeAllCallback, Ordered {

  private static final List<String> TABLES_OF_ORDERS =
      List.of(
          "order_progress",
          "outbox",
          "inbox",
          "parked_messages",
          "operator_acts",
          "disagreements",
          "reconciliations",
          "act_ru_variable",
          "act_ru_event_subscr",
          "act_ru_incident",
          "act_ru_task",
          "act_ru_identitylink",
          "act_ru_batch",
          "act_ru_execution",
          "act_hi_procinst",
          "act_hi_actinst",
          "act_hi_varinst",
          "act_hi_detail",
          "act_hi_incident",
          "act_hi_job_log",
          "act_hi_batch");

  private static TestContext last;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void beforeTestClass(TestContext test) {
    if (test.hasApplicationContext()) {
      empty(test.getApplicationContext().getBean(JdbcTemplate.class));
    } else {
      closeLast();
    }
    last = test;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(SharedContext.class))
        .getOrComputeIfAbsent("last", key -> (CloseableResource) SharedContext::closeLast);
  }

  private static void closeLast() {
    if (last != null) {
      last.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }
  }

  /** Deletes all orders, but not the jobs of the engine's history clean-up. */
  private static void empty(JdbcTemplate jdbc) {
    jdbc.update("DELETE FROM act_ru_job WHERE process_instance_id_ IS NOT NULL");
    jdbc.execute("TRUNCATE " + String.join(", ", TABLES_OF_ORDERS) + " CASCADE");
  }
}
