package io.baedal.orchestrator;

import io.baedal.web.test.ManagementPortContract;

@OrchestratorTest
class OrchestratorManagementPortIT extends ManagementPortContract {}
