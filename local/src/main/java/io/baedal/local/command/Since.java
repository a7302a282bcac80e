package io.baedal.local.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts {@code 90s}, {@code 30m}, {@code 2h} or {@code 7d} before now, or a time in UTC. */
final class Since implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String value) {
    try {
      return value.contains(":")
          ? Instant.parse(value)
          : Clock.systemUTC().instant().minus(span(value.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new TypeConversionException(
          "'" + value + "' is not of the form 90s, 30m, 2h, 7d or 2026-01-31T18:30:00Z");
    }
  }

  /** 7d is P7D, 12h is PT12H. */
  private static Duration span(String value) {
    return Duration.parse((value.endsWith("D") ? "P" : "PT") + value);
  }
}
