package io.baedal.bench.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.web.test.ApiDescription;
import io.baedal.web.test.PublishedApi;
import java.util.List;

final class ApiFixture {

  static PublishedApi orders() {
    try {
      return new PublishedApi(
          List.of(
              new ApiDescription(
                  new ObjectMapper()
                      .readTree(
                          """
                          {"openapi": "3.0.1", "paths": {"/orders/{id}": {"get": {
                             "parameters": [
                               {"name": "size", "in": "query", "schema": {"type": "integer"}}],
                             "responses": {
                               "200": {"content": {"application/json": {"schema":
                                 {"type": "object", "required": ["id"],
                                  "properties": {"id": {"type": "string"}}}}}},
                               "404": {"content": {"application/problem+json": {"schema":
                                 {"type": "object"}}}},
                               "503": {"content": {"application/problem+json": {"schema":
                                 {"type": "object"}}}}}},
                             "post": {
                               "requestBody": {"content": {"application/json": {"schema":
                                 {"type": "object", "properties": {"note": {"type": "string"}}}}}},
                               "responses": {"204": {"description": "done"}}}}}}
                          """))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ApiFixture() {}
}
