package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The dependencies of a service, listed in its bill of materials, have licences that are compatible
 * with the licence of the project.
 */
public interface KnownLicences {

  Set<String> COMPATIBLE =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0");

  /** Used unmodified; a dependency of Spring Data JPA. */
  Set<String> EXCEPTIONS = Set.of("org.hibernate.orm:hibernate-core LGPL-2.1-only");

  @Test
  default void everyDependencyHasACompatibleLicence() throws IOException {
    URL bill = getClass().getResource("/META-INF/sbom/application.cdx.json");
    // Maven creates none offline
    assumeTrue(bill != null, "no bill of materials");

    Set<String> others = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
      String name = component.path("group").asText() + ":" + component.path("name").asText();
      Set<String> licences = licences(component);
      if (licences.stream().noneMatch(COMPATIBLE::contains)) {
        others.add(name + " " + String.join(", ", licences));
      }
    }

    others.removeAll(EXCEPTIONS);
    assertThat(others).isEmpty();
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(
          licence.path("id").asText(licence.path("name").asText(one.path("expression").asText())));
    }
    return licences;
  }
}
