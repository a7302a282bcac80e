package io.baedal.web.problem.servlet;

import static io.baedal.web.test.Problems.expectProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

  static Stream<Exception> databaseFaults() {
    return Stream.of(
        new CannotCreateTransactionException("secret"),
        new CannotAcquireLockException("secret"),
        new DataAccessResourceFailureException("secret"),
        new QueryTimeoutException("secret"),
        // as JPA reports a server that stops
        new IllegalStateException(new RuntimeException(new SQLException("secret", "57P01"))),
        // a connection that broke during its transaction, for example because the disk is full
        new IllegalStateException(new RuntimeException(new SQLException("Connection is closed"))));
  }

  @ParameterizedTest
  @MethodSource("databaseFaults")
  void asksToRetryWhenTheDatabaseIsUnavailable(Exception fault) throws Exception {
    expectProblem(answerTo(fault), 503, "service-unavailable")
        .andExpect(header().string("Retry-After", "3"))
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void hidesTheDetailsOfUnexpectedErrors() throws Exception {
    expectProblem(answerTo(new IllegalStateException("secret")), 500, "internal-error")
        .andExpect(content().string(not(containsString("secret"))));
  }

  private static ResultActions answerTo(Exception failure) throws Exception {
    return MockMvcBuilders.standaloneSetup(new Failing(failure))
        .setControllerAdvice(new ProblemAdvice(List.of()))
        .build()
        .perform(get("/"));
  }

  @RestController
  static class Failing {

    private final Exception failure;

    Failing(Exception failure) {
      this.failure = failure;
    }

    @GetMapping("/")
    String fail() throws Exception {
      throw failure;
    }
  }
}
