package io.baedal.payment.charge.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no payment of that id. */
class PaymentNotFound extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  PaymentNotFound(UUID id) {
    super(HttpStatus.NOT_FOUND);
    setDetail("There is no payment " + id + ".");
  }
}
