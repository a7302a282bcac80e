package io.baedal.order.catalogue.web;

import io.baedal.order.catalogue.MenuMismatch;
import io.baedal.order.catalogue.MenuNotFound;
import io.baedal.order.catalogue.NoMenu;
import io.baedal.web.problem.BadField;
import io.baedal.web.problem.Problem;
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

  @Bean
  DomainProblem<NoMenu> noMenu() {
    return DomainProblem.of(NoMenu.class, ProblemType.NO_MENU);
  }

  @Bean
  DomainProblem<MenuMismatch> menuMismatch() {
    return new DomainProblem<>(
        MenuMismatch.class,
        e ->
            Problem.of(ProblemType.MENU_MISMATCH, String.valueOf(e.getMessage()))
                .with(
                    "errors",
                    e.differences().stream()
                        .map(each -> new BadField(each.field(), each.message()))
                        .toList()));
  }
}
