package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EngineQueryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /engine-rest/task",
        "POST /engine-rest/engine/default/process-instance/count",
        "POST /engine-rest/history/process-instance",
        "POST /camunda/api/engine/engine/default/job/count",
        "POST /camunda/api/engine/engine/default/filter/f1/list",
        "POST /camunda/api/cockpit/plugin/base/default/incident/count",
        "POST /camunda/api/cockpit/plugin/base/default/process-instance/p1/called-process-instances"
      })
  void readsOnly(String request) {
    assertThat(EngineQuery.isSentBy(request(request))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /engine-rest/task",
        "DELETE /engine-rest/process-instance",
        "POST /engine-rest/task/create",
        "POST /engine-rest/task/t1/complete",
        "POST /engine-rest/message",
        "POST /engine-rest/process-instance/delete",
        "POST /engine-rest/process-definition/key/OrderFulfillment/start",
        "POST /engine-rest/external-task/fetchAndLock",
        "POST /engine-rest/job/retries",
        "POST /engine-rest/user/create",
        "POST /camunda/api/engine/engine/default/migration/execute",
        "POST /camunda/api/admin/auth/user/default/logout",
        "POST /tasks",
        "POST /stuck-orders/retries"
      })
  void changesSomething(String request) {
    assertThat(EngineQuery.isSentBy(request(request))).isFalse();
  }

  private static MockHttpServletRequest request(String text) {
    String[] parts = text.split(" ");
    return new MockHttpServletRequest(parts[0], parts[1]);
  }
}
