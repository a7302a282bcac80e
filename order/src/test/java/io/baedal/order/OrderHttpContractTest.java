package io.baedal.order;

import io.baedal.web.test.HttpContract;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;

@DatabaseTest
@AutoConfigureMockMvc
class OrderHttpContractTest extends HttpContract {}
