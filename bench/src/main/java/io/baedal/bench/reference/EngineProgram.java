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
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * The bare engine with our model and workers that do nothing. Stores and couriers answer at once;
 * the end of one order starts the next one. Given the orchestrator's {@code application.yaml} it
 * has our settings, otherwise its defaults and enough threads for two cores.
 */
public final class EngineProgram {

  private static final int UNDER_WAY = 60;
  private static final int CALLERS = 4;
  private static final int STOCK_THREADS = 8;
  private static final long PAUSE_NANOS = 10_000_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** What it is sent to keep orders under way, and to do nothing. */
  static final String RUN = "run";

  static final String REST = "rest";

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
  private final AtomicLong underWay = new AtomicLong();
  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private volatile boolean isRunning;

  private EngineProgram(String... settings) throws IOException {
    engine = engine(settings);
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bpmn/order-fulfillment.bpmn")
        .deploy();
    runtime = engine.getRuntimeService();
  }

  public static void main(String[] arguments) throws IOException {
    var program = new EngineProgram(arguments);
    Conversation.serve(0, program::answer);
    System.exit(0);
  }

  /** Returns how many orders have ended. */
  private long answer(String line) {
    switch (line) {
      case RUN -> run();
      case REST -> rest();
      default -> {}
    }
    return ended.get();
  }

  private void run() {
    jobExecutor().start();
    isRunning = true;
    for (int i = 0; i < UNDER_WAY; i++) {
      call(this::start);
    }
  }

  /**
   * Starts no more orders, and returns when all have ended or a minute has passed. Then the
   * database is not used.
   */
  private void rest() {
    isRunning = false;
    long late = System.nanoTime() + PATIENCE_NANOS;
    while (underWay.get() > 0 && System.nanoTime() < late) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    jobExecutor().shutdown();
  }

  private JobExecutor jobExecutor() {
    return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
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
    underWay.incrementAndGet();
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
        underWay.decrementAndGet();
        if (isRunning) {
          call(this::start);
        }
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
