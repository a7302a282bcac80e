package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class AnonymousRequestsTest {

  private static final String FILE = "/camunda/app/cockpit/scripts/cockpit.js";

  private final AnonymousRequests filter = new AnonymousRequests();

  @Test
  void leavesThreadsToClientsThatHaveLoggedIn() throws Exception {
    var begun = new CountDownLatch(AnonymousRequests.AT_A_TIME);
    var end = new CountDownLatch(1);
    FilterChain slow =
        (request, response) -> {
          begun.countDown();
          awaitEnd(end);
        };
    var threads = Executors.newFixedThreadPool(AnonymousRequests.AT_A_TIME);
    try {
      for (int i = 0; i < AnonymousRequests.AT_A_TIME; i++) {
        threads.submit(
            () -> {
              filter.doFilter(get(FILE), new MockHttpServletResponse(), slow);
              return null;
            });
      }
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(status(get(FILE))).isEqualTo(503);
      assertThat(status(get("/stuck-orders"))).isEqualTo(200);
      MockHttpServletRequest operators = get(FILE);
      operators.setSession(loggedIn());
      assertThat(status(operators)).isEqualTo(200);
    } finally {
      end.countDown();
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(status(get(FILE))).isEqualTo(200);
  }

  private int status(MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  private static MockHttpServletRequest get(String path) {
    return new MockHttpServletRequest("GET", path);
  }

  private static MockHttpSession loggedIn() {
    var session = new MockHttpSession();
    var operator = new UserAuthentication("operator", "default");
    operator.setAuthorizedApps(Set.of("cockpit"));
    AuthenticationUtil.getAuthsFromSession(session).addOrReplace(operator);
    return session;
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
