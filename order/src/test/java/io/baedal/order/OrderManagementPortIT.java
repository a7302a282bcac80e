package io.baedal.order;

import io.baedal.web.test.ManagementPortContract;

@DatabaseTest
class OrderManagementPortIT extends ManagementPortContract {}
