package io.baedal.delivery;

import static org.springframework.http.HttpMethod.valueOf;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.test.RecordedCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Compares the answers to the recorded calls of the orchestrator. */
@OnRealDatabase
class DeliveryContractTest {

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE store_requests, deliveries").update();
  }

  @Test
  void answersTheOrchestratorAsRecorded() throws Exception {
    for (var call : RecordedCalls.to("delivery")) {
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
