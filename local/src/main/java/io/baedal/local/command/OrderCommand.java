package io.baedal.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.local.common.Account;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Pause;
import io.baedal.local.common.Place;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Places an order through the gateway, or takes an existing one, and follows it until it ends. */
@Command(
    name = "order",
    description =
        "Places an example order, or takes an existing one, and follows it until it ends.",
    mixinStandardHelpOptions = true)
public final class OrderCommand implements Runnable {
  private static final Duration POLL = Duration.ofMillis(300);
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private Place place = new Place();

  @Parameters(
      arity = "0..1",
      paramLabel = "ORDER",
      description = "The order to follow, as the API names it; without it, one is placed.")
  private @Nullable String order;

  @Option(
      names = "--product",
      paramLabel = "NAME",
      defaultValue = "APPLE",
      description = "What is ordered (default: APPLE).")
  private String product = "APPLE";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "How it is paid: approved, declined, slow, answer-lost, unavailable or refund-unavailable"
              + " (default: that of the order service).")
  private @Nullable String method;

  @Option(
      names = "--cancel-after",
      paramLabel = "STATUS",
      description =
          "Cancels the order as its customer once it has reached this status:"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable Status cancelAfter;

  /** The statuses in which an order can be cancelled, or its cancel refused. */
  enum Status {
    PLACED,
    PAYMENT_APPROVED,
    STORE_REQUESTED,
    STORE_ACCEPTED,
    DELIVERY_STARTED,
    PICKED_UP
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    // an existing order may be of any customer
    Account account = order == null ? Account.CUSTOMER : Account.OPERATOR;
    OrderClient client =
        new OrderClient(place.runningPorts().url(Part.GATEWAY), place.tokens(account));
    String orderId = order == null ? client.place(body()) : known(client, order);
    out.println("Order " + orderId);
    out.flush();
    TimelineLines progress = new TimelineLines(ZoneId.systemDefault());
    boolean cancelled = false;
    while (true) {
      List<String> news = client.find(orderId).map(progress::read).orElse(List.of());
      news.forEach(out::println);
      out.flush();
      if (cancelAfter != null && !cancelled && progress.hasReached(cancelAfter.name())) {
        out.println(client.cancel(orderId).orElse("Cancellation requested."));
        cancelled = true;
      }
      if (progress.hasEnded()) {
        return;
      }
      Pause.of(POLL);
    }
  }

  private static String known(OrderClient client, String order) {
    if (client.find(order).isEmpty()) {
      throw new LocalFailure("There is no order " + order + ".");
    }
    return order;
  }

  private String body() {
    ObjectNode body = JSON.createObjectNode().put("productName", product);
    if (method != null) {
      body.put("paymentMethod", method);
    }
    return body.toString();
  }
}
