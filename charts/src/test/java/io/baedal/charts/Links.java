package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The links that the NetworkPolicies of a render leave open, by the rules of Kubernetes. A pod that
 * a policy selects for a direction may only use links that such a policy allows. Any other pod may
 * use all links. Both ends of a link must allow it.
 */
final class Links {

  private final List<Manifest> policies;

  Links(Render render) {
    policies = render.all("NetworkPolicy").toList();
  }

  /** All links among these ends, in the form {@code gateway -> order:8082}. */
  Set<String> among(List<Endpoint> ends) {
    Set<String> open = new TreeSet<>();
    for (Endpoint from : ends) {
      for (Endpoint to : ends) {
        for (int port : to.ports()) {
          if (from != to && leaves(from, to, port) && enters(from, to, port)) {
            open.add(from.name() + " -> " + to.name() + ":" + port);
          }
        }
      }
    }
    return open;
  }

  private boolean leaves(Endpoint from, Endpoint to, int port) {
    return allowed("Egress", from, to, to, port);
  }

  private boolean enters(Endpoint from, Endpoint to, int port) {
    return allowed("Ingress", to, from, to, port);
  }

  /** Whether the policies of one end allow the other end, on a port of the called end. */
  private boolean allowed(
      String direction, Endpoint end, Endpoint other, Endpoint called, int port) {
    List<Manifest> own =
        policies.stream()
            .filter(policy -> end.isIn(policy.at("/metadata/namespace").asText()))
            .filter(policy -> new Selector(policy.at("/spec/podSelector")).selects(end.labels()))
            .filter(
                policy ->
                    elements(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
            .toList();
    boolean incoming = direction.equals("Ingress");
    return own.isEmpty()
        || own.stream()
            .flatMap(
                policy ->
                    elements(policy.at(incoming ? "/spec/ingress" : "/spec/egress"))
                        .filter(rule -> allowsPort(rule.path("ports"), called, port))
                        .map(rule -> rule.path(incoming ? "from" : "to"))
                        .filter(peers -> allowsPeer(peers, other, policy)))
            .findAny()
            .isPresent();
  }

  private static boolean allowsPort(JsonNode ports, Endpoint called, int port) {
    return ports.isEmpty()
        || elements(ports)
            .map(allowed -> allowed.path("port"))
            .anyMatch(
                allowed ->
                    allowed.isInt() ? allowed.asInt() == port : called.isPort(allowed, port));
  }

  private static boolean allowsPeer(JsonNode peers, Endpoint other, Manifest policy) {
    String namespace = policy.at("/metadata/namespace").asText();
    return peers.isEmpty() || elements(peers).anyMatch(peer -> other.isPeer(peer, namespace));
  }
}
