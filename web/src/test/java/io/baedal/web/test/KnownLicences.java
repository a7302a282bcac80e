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

/** What a service is made of has licences that fit the project's, by its bill of materials. */
public interface KnownLicences {

  Set<String> FIT =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0");

  /** Linked unmodified, and brought by Spring Data JPA. */
  Set<String> EXCEPTIONS = Set.of("org.hibernate.orm:hibernate-core LGPL-2.1-only");

  @Test
  default void everyDependencyHasALicenceThatFits() throws IOException {
    URL bill = getClass().getResource("/META-INF/sbom/application.cdx.json");
    // Maven makes none while it is offline
    assumeTrue(bill != null, "no bill of materials");

    Set<String> others = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
      String name = component.path("group").asText() + ":" + component.path("name").asText();
      Set<String> licences = licences(component);
      if (licences.stream().noneMatch(FIT::contains)) {
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
