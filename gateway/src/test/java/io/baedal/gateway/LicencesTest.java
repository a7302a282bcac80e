package io.baedal.gateway;

import io.baedal.web.test.KnownLicences;

class LicencesTest implements KnownLicences {}
