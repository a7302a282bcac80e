package io.baedal.identity;

import io.baedal.web.test.KnownLicences;

class LicencesTest implements KnownLicences {}
