package io.baedal.bench.reference;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/**
 * The bare engine with our model and workers that do nothing. Stores and couriers answer at once;
 * the end of one order starts the next one. Given the orchestrator's {@code application.yaml} it
 * has our settings, otherwise its defaults and enough threads for two cores.
 */
public final class EngineProgram {

  private static final int UNDER_WAY = 60;
  private static final int CALLERS = 4;
  private static final int STOCK_THREADS = 8;

  private static final List<String> STEPS =
      List.of(
          "approvePayment",
          "cancelPayment",
          "requestStore",
          "cancelStoreRequest",
          "startDelivery",
          "recallDelivery");

  /** The bean {@code deadlines} of the model. */
  public record Deadlines(String storeAnswer) {}

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final AtomicLong ended = new AtomicLong();
  private final RuntimeService runtime;

  private EngineProgram(String... settings) throws IOException {
    ProcessEngine engine = engine(settings);
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bpmn/order-fulfillment.bpmn")
        .deploy();
    runtime = engine.getRuntimeService();
  }

  public static void main(String[] arguments) throws IOException {
    var program = new EngineProgram(arguments);
    for (int i = 0; i < UNDER_WAY; i++) {
      program.call(program::start);
    }
    Conversation.serve(0, program.ended::get);
    System.exit(0);
  }

  private ProcessEngine engine(String... settings) throws IOException {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(System.getenv("SPRING_DATASOURCE_URL"));
    pool.setUsername(System.getenv("SPRING_DATASOURCE_USERNAME"));
    pool.setPassword(System.getenv("SPRING_DATASOURCE_PASSWORD"));
    pool.setMaximumPoolSize(20);
    var configuration = new StandaloneProcessEngineConfiguration();
    var jobs = new DefaultJobExecutor();
    jobs.setCorePoolSize(STOCK_THREADS);
    jobs.setMaxPoolSize(STOCK_THREADS);
    jobs.setQueueSize(STOCK_THREADS);
    jobs.setMaxJobsPerAcquisition(STOCK_THREADS);
    configuration.setHistory("full");
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutor(jobs);
    configuration.setJobExecutorActivate(true);
    configuration.setBeans(beans());
    if (settings.length > 0) {
      new OwnSettings(Path.of(settings[0])).apply(configuration, jobs);
    }
    return configuration.buildProcessEngine();
  }

  private Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    JavaDelegate nothing = execution -> {};
    STEPS.forEach(step -> beans.put(step, nothing));
    beans.put("deadlines", new Deadlines("PT10M"));
    beans.put("orderStatus", new StatusListener(this::reached));
    return beans;
  }

  private void start() {
    runtime.startProcessInstanceByKey(
        "OrderFulfillment",
        UUID.randomUUID().toString(),
        Map.of("storeId", "store-1", "amount", "1000 KRW"));
  }

  /** Sends the message that follows when an order is in a status. */
  private void reached(String order, String status) {
    switch (status) {
      case "STORE_REQUESTED" -> message("StoreAnswered", order, Map.of("storeAccepted", true));
      case "DELIVERY_STARTED" -> message("DeliveryPickedUp", order, Map.of());
      case "PICKED_UP" -> message("DeliveryCompleted", order, Map.of());
      case "DELIVERED" -> {
        ended.incrementAndGet();
        call(this::start);
      }
      default -> {}
    }
  }

  private void message(String name, String order, Map<String, Object> variables) {
    call(
        () ->
            runtime
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(order)
                .setVariables(variables)
                .correlate());
  }

  private void call(Runnable task) {
    callers.execute(task);
  }
}
