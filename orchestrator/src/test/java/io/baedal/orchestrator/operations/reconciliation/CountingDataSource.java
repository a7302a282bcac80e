package io.baedal.orchestrator.operations.reconciliation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements of each thread. */
final class CountingDataSource extends DelegatingDataSource {

  private final ThreadLocal<AtomicInteger> statements = ThreadLocal.withInitial(AtomicInteger::new);

  CountingDataSource(DataSource target) {
    super(target);
  }

  /** The statements of this thread since the last call. */
  int statements() {
    return statements.get().getAndSet(0);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection target = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.get().incrementAndGet();
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
