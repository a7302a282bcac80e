package io.baedal.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class StrangersSessionsTest {

  private final StrangersSessions sessions = new StrangersSessions();

  @Test
  void endsTheEldestWhenThereAreTooManyButNotOneThatIsLoggedIn() {
    MockHttpSession operators = create();
    var authentication = new UserAuthentication("operator", "default");
    authentication.setAuthorizedApps(Set.of("cockpit"));
    AuthenticationUtil.getAuthsFromSession(operators).addOrReplace(authentication);
    MockHttpSession eldest = create();
    for (int i = 0; i < StrangersSessions.MOST; i++) {
      create();
    }

    assertThat(operators.isInvalid()).isFalse();
    assertThat(eldest.isInvalid()).isTrue();
    assertThat(sessions.count()).isEqualTo(StrangersSessions.MOST);
  }

  @Test
  void forgetsASessionThatHasEnded() {
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
