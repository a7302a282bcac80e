package io.baedal.delivery;

import io.baedal.web.test.HttpContract;

@OnRealDatabase
class DeliveryHttpContractTest extends HttpContract {}
