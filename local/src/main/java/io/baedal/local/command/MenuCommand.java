package io.baedal.local.command;

import static io.baedal.local.common.Http.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baedal.local.common.Http;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces the menus of stores, through the gateway. */
@Command(
    name = "menu",
    description = {
      "Replaces the menus of stores by those in a JSON file, of the form",
      "  {\"store-1\": {\"items\": [{\"productName\": \"APPLE\", \"unitPrice\": 1000}]}}"
    },
    mixinStandardHelpOptions = true)
public final class MenuCommand implements Runnable {

  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(paramLabel = "FILE", description = "The menus by their stores.")
  private Path file = Path.of("");

  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = Operator.Address.class,
      description = "The gateway of another system, such as https://orders.example.org.")
  private @Nullable URI url;

  @Mixin private OperatorToken token = new OperatorToken();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode menus = menus();
    OperatorClient gateway = gateway();
    for (Map.Entry<String, JsonNode> menu : menus.properties()) {
      JsonNode stored = replace(gateway, menu.getKey(), menu.getValue());
      out.printf(
          "%-12s  %d items%n", Terminal.oneLine(menu.getKey()), field(stored, "items").size());
      out.flush();
    }
  }

  private JsonNode menus() {
    try {
      JsonNode menus = JSON.readTree(Files.readString(file));
      if (menus.isObject()) {
        return menus;
      }
    } catch (JsonProcessingException e) {
      throw new LocalFailure(file + " is not JSON: " + Terminal.oneLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new LocalFailure("Cannot read " + file + ".", e);
    }
    throw new LocalFailure(file + " is not a JSON object with a menu for each store.");
  }

  private OperatorClient gateway() {
    return url == null
        ? new OperatorClient(token.place().runningPorts().url(Part.GATEWAY), token.here())
        : new OperatorClient(url, token.elsewhere());
  }

  private static JsonNode replace(OperatorClient gateway, String store, JsonNode menu) {
    try {
      return gateway.put("/stores/" + Http.segment(store) + "/menu", menu.toString());
    } catch (LocalFailure refused) {
      throw new LocalFailure(
          "Menu of " + Terminal.oneLine(store) + ": " + refused.getMessage(), refused);
    }
  }
}
