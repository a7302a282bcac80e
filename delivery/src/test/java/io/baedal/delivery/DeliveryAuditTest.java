package io.baedal.delivery;

import io.baedal.web.test.AuditContract;

@OnRealDatabase
class DeliveryAuditTest extends AuditContract {

  @Override
  protected String service() {
    return "delivery";
  }
}
