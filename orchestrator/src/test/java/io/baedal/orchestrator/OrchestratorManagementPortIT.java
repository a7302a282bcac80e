package io.baedal.orchestrator;

import io.baedal.web.test.ManagementPortContract;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@OrchestratorTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrchestratorManagementPortIT extends ManagementPortContract {}
