package io.baedal.messaging.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONException;
import org.skyscreamer.jsonassert.Customization;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.comparator.CustomComparator;
import org.skyscreamer.jsonassert.comparator.JSONComparator;

/** The orchestrator's calls to a worker, recorded in orchestrator/contracts. */
public final class RecordedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JSONComparator IGNORING_TIMES =
      new CustomComparator(
          JSONCompareMode.LENIENT, new Customization("**.changedAt", (one, other) -> true));

  /** Reads the calls to {@code worker}. The working directory is that of a module. */
  public static List<RecordedCall> to(String worker) {
    try {
      var calls = new ArrayList<RecordedCall>();
      var file = Path.of("..", "orchestrator", "contracts", worker + ".json").toFile();
      for (JsonNode call : JSON.readTree(file)) {
        calls.add(
            new RecordedCall(
                call.at("/name").asText(),
                call.at("/request/method").asText(),
                call.at("/request/url").asText(),
                call.at("/request/body").isMissingNode() ? "" : call.at("/request/body").toString(),
                call.at("/response/status").asInt(),
                call.at("/response/body").toString()));
      }
      return calls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares an answer to the recorded one; the times of changes may differ. */
  public static void assertAnswer(String recorded, String answer) throws JSONException {
    JSONAssert.assertEquals(recorded, answer, IGNORING_TIMES);
  }

  /** A call and its answer; bodies are JSON text, empty if there is none. */
  public record RecordedCall(
      String name, String method, String url, String body, int status, String answer) {

    @Override
    public String toString() {
      return name;
    }
  }

  private RecordedCalls() {}
}
