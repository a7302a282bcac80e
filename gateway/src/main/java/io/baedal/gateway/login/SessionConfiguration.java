package io.baedal.gateway.login;

import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps sessions in the gateway's database, so that all replicas have them. */
@Configuration(proxyBeanMethods = false)
@EnableSpringWebSession
class SessionConfiguration {

  private static final int ID_BYTES = 32;

  /** It also removes sessions that have ended, once a minute. */
  @Bean
  JdbcIndexedSessionRepository sessionsInDatabase(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, LoginProperties login) {
    var ids = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), ID_BYTES);
    var sessions = new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
    sessions.setDefaultMaxInactiveInterval(login.idle());
    sessions.setSessionIdGenerator(ids::generateKey);
    return sessions;
  }

  @Bean
  ReactiveSessionRepository<? extends Session> sessions(
      JdbcIndexedSessionRepository sessionsInDatabase) {
    return new BlockingSessions<>(sessionsInDatabase);
  }
}
