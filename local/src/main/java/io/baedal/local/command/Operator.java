package io.baedal.local.command;

import io.baedal.local.common.Part;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options by which a command finds an orchestrator and its operator: the local one, or any. */
final class Operator {

  @Mixin private OperatorToken token = new OperatorToken();

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = Address.class,
      description = "The orchestrator of another system, such as https://orchestrator.example.org.")
  private @Nullable URI url;

  /** A client of the orchestrator; fails if it is the local one and does not run. */
  OperatorClient client() {
    return url == null
        ? new OperatorClient(token.place().runningPorts().url(Part.ORCHESTRATOR), token.here())
        : new OperatorClient(url, token.elsewhere());
  }

  /** Reads an address with a host. */
  static final class Address implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      URI address = URI.create(value);
      if (address.getHost() == null) {
        throw new TypeConversionException(
            "'" + value + "' is not a URL such as http://localhost:8080");
      }
      return address;
    }
  }
}
