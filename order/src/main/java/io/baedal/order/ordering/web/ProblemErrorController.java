package io.baedal.order.ordering.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for failures outside of Spring MVC that the servlet container forwards here. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    boolean forwarded =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
    HttpStatusCode status =
        forwarded
            ? HttpStatusCode.valueOf(
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
            : HttpStatus.NOT_FOUND;
    String detail = forwarded ? "The request failed." : "There is nothing at this path.";
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, detail));
  }
}
