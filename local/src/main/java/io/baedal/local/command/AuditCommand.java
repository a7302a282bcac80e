package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.io.PrintWriter;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the audit log of each service: that no entry was changed, removed or added. */
@Command(
    name = "audit",
    description = {
      "Checks the audit log of each service: whether an entry was changed or removed.",
      "Exit code: 0 if all logs are complete, 1 if one is not."
    },
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

  /** As many as a service gives at a time. */
  private static final int PAGE = 500;

  private static final List<Part> SERVICES =
      List.of(Part.ORDER, Part.PAYMENT, Part.DELIVERY, Part.ORDER_VIEW, Part.ORCHESTRATOR);

  @Option(
      names = "--at",
      paramLabel = "SERVICE=URL",
      description =
          "The URL of a service of another system; may be repeated. Only these are checked.")
  private Map<String, URI> addresses = new LinkedHashMap<>();

  @Option(
      names = "--head",
      paramLabel = "SERVICE=SEQUENCE:HASH",
      converter = {AuditCommand.Name.class, AuditHead.Converter.class},
      description = {
        "The head that an earlier check printed; may be repeated. Without it, entries that were",
        "removed at the end are not missed."
      })
  private Map<String, AuditHead> heads = new LinkedHashMap<>();

  @Mixin private OperatorToken token = new OperatorToken();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AuditText text = new AuditText(ZoneId.systemDefault());
    Supplier<@Nullable String> authorization =
        addresses.isEmpty() ? token.here() : token.elsewhere();
    heads.keySet().forEach(AuditCommand::named);
    boolean broken = false;
    for (Map.Entry<Part, URI> service : services().entrySet()) {
      String name = service.getKey().label();
      AuditCheck check = new AuditCheck(name, heads.get(service.getKey().fileName()));
      read(new OperatorClient(service.getValue(), authorization), check);
      out.print(text.of(name, check));
      out.flush();
      broken = broken || check.fault().isPresent();
    }
    return broken ? 1 : 0;
  }

  private static void read(OperatorClient service, AuditCheck check) {
    long after = 0;
    int found;
    do {
      JsonNode items =
          field(service.get("/audit-chain?limit=" + PAGE + "&after=" + after), "items");
      items.forEach(check::add);
      found = items.size();
      after = check.last().map(AuditCheck::sequence).orElse(after);
    } while (found == PAGE);
  }

  private Map<Part, URI> services() {
    Map<Part, URI> services = new LinkedHashMap<>();
    if (addresses.isEmpty()) {
      Ports ports = token.place().runningPorts();
      SERVICES.forEach(part -> services.put(part, ports.url(part)));
    } else {
      addresses.forEach((name, address) -> services.put(named(name), address));
    }
    return services;
  }

  /** The key of an option; it is read as it is. */
  static final class Name implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return value;
    }
  }

  private static Part named(String name) {
    return Part.named(name)
        .filter(SERVICES::contains)
        .orElseThrow(() -> new LocalFailure("There is no service " + name + " with an audit log."));
  }
}
