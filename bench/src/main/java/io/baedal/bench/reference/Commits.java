package io.baedal.bench.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many rows a second are inserted and committed one by one. */
final class Commits {

  private final ReferenceDatabase database;

  Commits(ReferenceDatabase database) throws SQLException {
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE commits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, content text)");
    }
  }

  double perSecond(int connections, Duration length) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      long begun = System.nanoTime();
      for (int i = 0; i < connections; i++) {
        counts.add(threads.submit(() -> insert(begun + length.toNanos())));
      }
      long all = 0;
      for (Future<Long> count : counts) {
        all += count.get();
      }
      return all * 1e9 / (System.nanoTime() - begun);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot insert", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long insert(long end) throws SQLException {
    long count = 0;
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO commits (content) VALUES (?)")) {
      while (System.nanoTime() < end) {
        insert.setString(1, "one row");
        insert.executeUpdate();
        count++;
      }
    }
    return count;
  }
}
