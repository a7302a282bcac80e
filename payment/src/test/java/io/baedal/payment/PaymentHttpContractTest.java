package io.baedal.payment;

import io.baedal.web.test.HttpContract;

@OnRealDatabase
class PaymentHttpContractTest extends HttpContract {}
