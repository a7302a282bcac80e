package io.baedal.orchestrator.migration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How orders come from one version of the process to another.
 *
 * @param from the tag of the version that they leave
 * @param to the tag of the version that they come to
 * @param mappings what becomes of places whose id changes: the new id, or null if they have none.
 *     All other places keep their ids
 * @param updateEventTriggers places of the old version whose timer starts anew, or whose message
 *     takes the name that it has in the new one
 */
public record Migration(
    @JsonProperty(required = true) String from,
    @JsonProperty(required = true) String to,
    Map<String, @Nullable String> mappings,
    Set<String> updateEventTriggers) {

  public Migration {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a migration leads to another version");
    }
    mappings =
        mappings == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
    updateEventTriggers = updateEventTriggers == null ? Set.of() : Set.copyOf(updateEventTriggers);
  }

  /** By this name operators call it, and its file. */
  public String name() {
    return from + "-to-" + to;
  }
}
