package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class AnonymousSessionsTest {

  private final AnonymousSessions sessions = new AnonymousSessions();

  @Test
  void endsTheOldestSessionWithoutALoginAboveTheLimit() {
    MockHttpSession operators = create();
    var authentication = new UserAuthentication("operator", "default");
    authentication.setAuthorizedApps(Set.of("cockpit"));
    AuthenticationUtil.getAuthsFromSession(operators).addOrReplace(authentication);
    MockHttpSession oldest = create();
    for (int i = 0; i < AnonymousSessions.MOST; i++) {
      create();
    }

    assertThat(operators.isInvalid()).isFalse();
    assertThat(oldest.isInvalid()).isTrue();
    assertThat(sessions.count()).isEqualTo(AnonymousSessions.MOST);
  }

  @Test
  void removesASessionThatHasEnded() {
    MockHttpSession session = create();
    sessions.sessionDestroyed(new HttpSessionEvent(session));
    assertThat(sessions.count()).isZero();
  }

  private MockHttpSession create() {
    var session = new MockHttpSession();
    sessions.sessionCreated(new HttpSessionEvent(session));
    return session;
  }
}
