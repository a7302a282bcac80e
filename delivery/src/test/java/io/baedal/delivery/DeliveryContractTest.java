package io.baedal.delivery;

import static org.springframework.http.HttpMethod.valueOf;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.test.RecordedCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Answers what the orchestrator's recorded calls expect. */
@OnRealDatabase
class DeliveryContractTest {

  @Autowired private MockMvc mvc;

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    for (var call : RecordedCalls.to("delivery")) {
      mvc.perform(
              request(valueOf(call.method()), call.url())
                  .contentType(APPLICATION_JSON)
                  .content(call.body()))
          .andExpect(status().is(call.status()))
          .andExpect(content().json(call.answer()));
    }
  }
}
