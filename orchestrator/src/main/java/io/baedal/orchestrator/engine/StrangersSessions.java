package io.baedal.orchestrator.engine;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the sessions in which nobody has logged in, of which the webapps make one for each visit:
 * the eldest ends when there are too many.
 */
final class StrangersSessions implements HttpSessionListener {

  static final int MOST = 500;

  private final Set<HttpSession> sessions = new LinkedHashSet<>();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    HttpSession eldest = add(event.getSession());
    if (eldest != null) {
      endIfStrangers(eldest);
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    synchronized (sessions) {
      sessions.remove(event.getSession());
    }
  }

  int count() {
    synchronized (sessions) {
      return sessions.size();
    }
  }

  private @Nullable HttpSession add(HttpSession session) {
    synchronized (sessions) {
      sessions.add(session);
      if (sessions.size() <= MOST) {
        return null;
      }
      HttpSession eldest = sessions.iterator().next();
      sessions.remove(eldest);
      return eldest;
    }
  }

  private static void endIfStrangers(HttpSession session) {
    try {
      if (!WebappLogin.isIn(session)) {
        session.invalidate();
      }
    } catch (IllegalStateException endedMeanwhile) {
      // as wanted
    }
  }
}
