package io.baedal.order.catalogue.web;

import io.baedal.order.catalogue.MenuNotFound;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.problem.servlet.DomainProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Maps the exceptions of the catalogue to problems. */
@Configuration(proxyBeanMethods = false)
class MenuProblems {

  @Bean
  DomainProblem<MenuNotFound> menuNotFound() {
    return DomainProblem.of(MenuNotFound.class, ProblemType.NOT_FOUND);
  }
}
