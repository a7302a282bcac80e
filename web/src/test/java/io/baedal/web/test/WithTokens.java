package io.baedal.web.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.web.access.Role;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A test of a complete service with the tokens of a provider. Such tests share a context. */
public abstract class WithTokens {

  /** The JVM ends it. */
  protected static final TestIssuer ISSUER = new TestIssuer();

  @Autowired protected MockMvc mvc;
  @Autowired private ObjectMapper json;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  /** A token with one role; {@code id} is its customer, store or courier. */
  protected static String token(Role role, String id) {
    return ISSUER.token(
        claims ->
            claims
                .claim("roles", List.of(role.claim()))
                .claim("customer_id", id)
                .claim("store_id", id)
                .claim("courier_id", id));
  }

  /** The body of an answer, as JSON in UTF-8. */
  protected final JsonNode json(MockHttpServletResponse answer) throws IOException {
    return json.readTree(answer.getContentAsByteArray());
  }

  /** Sends a request with a token. */
  protected final MockHttpServletResponse answer(
      HttpMethod method, String path, String caller, String body) throws Exception {
    var request = request(method, path).header(HttpHeaders.AUTHORIZATION, "Bearer " + caller);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    return mvc.perform(request).andReturn().getResponse();
  }
}
