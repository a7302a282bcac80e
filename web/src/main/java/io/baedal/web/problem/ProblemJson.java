package io.baedal.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a problem where no message converter is available: in filters and servers. */
public final class ProblemJson {

  private static final JsonMapper JSON = new JsonMapper();

  /** The problem as UTF-8. */
  public static byte[] bytes(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type().uri().toString());
    members.put("title", problem.type().title());
    members.put("status", problem.type().status().value());
    members.put("detail", problem.detail());
    members.putAll(problem.properties());
    try {
      return JSON.writeValueAsBytes(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the problem cannot be written as JSON", e);
    }
  }

  private ProblemJson() {}
}
