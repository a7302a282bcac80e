package io.baedal.orchestrator.operations.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits sessions without a login. The webapps create a session for each visit; above the limit,
 * the oldest one is ended.
 */
final class AnonymousSessions implements HttpSessionListener {

  static final int MOST = 500;

  private final Set<HttpSession> sessions = new LinkedHashSet<>();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    HttpSession oldest = add(event.getSession());
    if (oldest != null) {
      endIfAnonymous(oldest);
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
      HttpSession oldest = sessions.iterator().next();
      sessions.remove(oldest);
      return oldest;
    }
  }

  private static void endIfAnonymous(HttpSession session) {
    try {
      if (!WebappLogin.isIn(session)) {
        session.invalidate();
      }
    } catch (IllegalStateException e) {
      // it has ended
    }
  }
}
