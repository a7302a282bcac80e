package io.baedal.orchestrator.saga.engine;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The tags of the versions that this build can run. */
@Component
class KnownTags {

  private static final String LANDED = "classpath*:bpmn/landed/*.bpmn";

  private final Set<String> tags;

  KnownTags(ResourcePatternResolver resources, OwnModel own) throws IOException {
    Resource[] landed = resources.getResources(LANDED);
    if (landed.length == 0) {
      throw new IllegalStateException("no models at " + LANDED + ": the jar is incomplete");
    }
    this.tags =
        Stream.concat(Arrays.stream(landed).map(KnownTags::tag), Stream.of(own.tag()))
            .collect(toUnmodifiableSet());
  }

  private static String tag(Resource landed) {
    return requireNonNull(landed.getFilename()).replaceFirst("\\.bpmn$", "");
  }

  /**
   * Whether this build can run a version.
   *
   * @param tag null for a version from before tags were used
   */
  boolean contain(@Nullable String tag) {
    return tag == null || tags.contains(tag);
  }
}
