package io.baedal.local.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An entry that was the newest one of a service at an earlier check.
 *
 * @param sequence its number
 * @param hash in hexadecimal digits
 */
record AuditHead(long sequence, String hash) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

  @Override
  public String toString() {
    return sequence + ":" + hash;
  }

  /** Reads the form in which the command prints it. */
  static final class Converter implements ITypeConverter<AuditHead> {
    @Override
    public AuditHead convert(String value) {
      Matcher text = TEXT.matcher(value);
      if (!text.matches()) {
        throw new TypeConversionException("'" + value + "' is not of the form SEQUENCE:HASH");
      }
      return new AuditHead(Long.parseLong(text.group(1)), text.group(2));
    }
  }
}
