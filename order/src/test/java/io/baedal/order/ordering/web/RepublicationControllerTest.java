package io.baedal.order.ordering.web;

import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.messaging.republication.Republication;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(RepublicationController.class)
class RepublicationControllerTest {

  private static final UUID ORDER = UUID.fromString("5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired private MockMvc mvc;
  @MockitoBean private Republication republication;

  @Test
  void saysWhereToGoOn() throws Exception {
    when(republication.republish(Republication.BEGINNING, Instant.EPOCH))
        .thenReturn(new Republication.Page(200, 310, ORDER));

    asked("{}")
        .andExpect(status().isOk())
        .andExpect(
            content().json("{\"orders\": 200, \"events\": 310, \"next\": \"" + ORDER + "\"}"));
  }

  @Test
  void goesOnAndEnds() throws Exception {
    when(republication.republish(ORDER, NOON)).thenReturn(new Republication.Page(3, 4, null));

    asked("{\"since\": \"2026-11-22T12:00:00Z\", \"after\": \"" + ORDER + "\"}")
        .andExpect(status().isOk())
        .andExpect(content().json("{\"orders\": 3, \"events\": 4, \"next\": null}"));
  }

  @ParameterizedTest
  @CsvSource({
    "since, yesterday, must be a time such as 2026-11-22T18:00:00Z",
    "after, 17, must be a UUID"
  })
  void refusesWhatItCannotRead(String field, String value, String message) throws Exception {
    asked("{\"" + field + "\": \"" + value + "\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(field))
        .andExpect(jsonPath("$.errors[0].message").value(message));
    verifyNoInteractions(republication);
  }

  private ResultActions asked(String body) throws Exception {
    return mvc.perform(post("/republications").contentType(APPLICATION_JSON).content(body));
  }
}
