package io.baedal.messaging.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements and commits of the calling thread. */
public final class CountingDataSource extends DelegatingDataSource {

  private final ThreadLocal<AtomicInteger> statements = ThreadLocal.withInitial(AtomicInteger::new);
  private final ThreadLocal<AtomicInteger> commits = ThreadLocal.withInitial(AtomicInteger::new);

  public CountingDataSource(DataSource target) {
    super(target);
  }

  /** Returns the counts since the last call. */
  public Cost cost() {
    return new Cost(statements.get().getAndSet(0), commits.get().getAndSet(0));
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection target = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "prepareStatement" -> statements.get().incrementAndGet();
                case "commit" -> commits.get().incrementAndGet();
                default -> {}
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  public record Cost(int statements, int commits) {}

  /** Counts for a test that imports this class and then gets its data source. */
  public static final class Installation implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
    }
  }
}
