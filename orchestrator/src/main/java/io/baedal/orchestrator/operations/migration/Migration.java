package io.baedal.orchestrator.operations.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How orders migrate from one version of the process to another.
 *
 * @param from the tag of the source version
 * @param to the tag of the target version
 * @param mappings the places whose id changes, with the new id, or null if they have none. All
 *     other places keep their ids
 * @param updateEventTriggers places of the source version whose timer restarts, or whose message
 *     takes its name from the target version
 */
public record Migration(
    @JsonProperty(required = true) String from,
    @JsonProperty(required = true) String to,
    Map<String, @Nullable String> mappings,
    Set<String> updateEventTriggers) {

  public Migration {
    if (from.equals(to)) {
      throw new IllegalArgumentException("source and target version are the same");
    }
    mappings =
        mappings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
    updateEventTriggers = updateEventTriggers == null ? Set.of() : Set.copyOf(updateEventTriggers);
  }

  /** The name in requests, and of the file. */
  public String name() {
    return from + "-to-" + to;
  }
}
