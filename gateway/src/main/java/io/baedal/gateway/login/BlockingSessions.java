package io.baedal.gateway.login;

import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Calls a repository that blocks, outside the event loops. */
final class BlockingSessions<S extends Session> implements ReactiveSessionRepository<S> {

  private final SessionRepository<S> sessions;

  BlockingSessions(SessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  @Override
  public Mono<S> createSession() {
    return Mono.fromSupplier(sessions::createSession);
  }

  @Override
  public Mono<Void> save(S session) {
    return blocking(Mono.fromRunnable(() -> sessions.save(session)));
  }

  @Override
  public Mono<S> findById(String id) {
    return blocking(Mono.fromSupplier(() -> sessions.findById(id)));
  }

  @Override
  public Mono<Void> deleteById(String id) {
    return blocking(Mono.fromRunnable(() -> sessions.deleteById(id)));
  }

  private static <T> Mono<T> blocking(Mono<T> call) {
    return call.subscribeOn(Schedulers.boundedElastic());
  }
}
