package io.baedal.payment;

import static org.springframework.http.HttpMethod.valueOf;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.test.RecordedCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Compares the answers to the recorded calls of the orchestrator. */
@OnRealDatabase
class PaymentContractTest {

  @Autowired private MockMvc mvc;

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    for (var call : RecordedCalls.to("payment")) {
      mvc.perform(
              request(valueOf(call.method()), call.url())
                  .contentType(APPLICATION_JSON)
                  .content(call.body()))
          .andExpect(status().is(call.status()))
          .andExpect(
              answer ->
                  RecordedCalls.assertAnswer(
                      call.answer(), answer.getResponse().getContentAsString()));
    }
  }
}
