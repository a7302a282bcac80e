package io.baedal.web.request;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies that are in use today, according to the JDK. */
final class Currencies {

  /** Replaced by other currencies that an older JDK does not know. */
  private static final Set<String> WITHDRAWN =
      Set.of("ANG", "BGN", "CUC", "HRK", "SLL", "VEF", "ZWL");

  private static final Set<String> CURRENT =
      Arrays.stream(Locale.getISOCountries())
          .map(country -> Currency.getInstance(new Locale("", country)))
          .filter(Objects::nonNull)
          .map(Currency::getCurrencyCode)
          .filter(code -> !WITHDRAWN.contains(code))
          .collect(Collectors.toUnmodifiableSet());

  static boolean isCurrent(String code) {
    return CURRENT.contains(code);
  }

  private Currencies() {}
}
