package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CVE-2026-77226: an administrator is created without a login. */
class SetupFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/other/user/create",
        "/camunda/api/admin/setup",
        "/camunda/api/admin/setup/",
        "/camunda/api/admin//setup/default/user/create",
        "//camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin;x/setup;a=b/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/%2573etup/default/user/create",
        "/camunda/api%2fadmin/setup/default/user/create",
        "/camunda/api/admin/x/../setup/default/user/create",
        "/camunda/api/./admin/setup/default/user/create",
        "/camunda/api/admin\\setup/default/user/create",
        "/Camunda/API/Admin/SetUp/default/user/create",
        "/camunda/app/admin/default/setup",
        "/camunda/app/admin/default/setup/",
        "/camunda/app/admin/setup/",
        "/camunda/app/admin/default/%73etup/"
      })
  void refusesEachSpellingOfASetupPath(String path) {
    assertThat(SetupFilter.isSetup(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/admin/default/",
        "/camunda/api/admin/auth/user/default/login/admin",
        "/camunda/api/engine/engine/default/user/setup",
        "/engine-rest/group/admin/members/setup",
        "/orders/setup",
        "/"
      })
  void allowsOtherPaths(String path) {
    assertThat(SetupFilter.isSetup(path)).isFalse();
  }
}
