package io.baedal.payment;

import io.baedal.web.test.AuditContract;

@OnRealDatabase
class PaymentAuditTest extends AuditContract {

  @Override
  protected String service() {
    return "payment";
  }
}
