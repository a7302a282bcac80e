package io.baedal.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One end of a link: a pod in a namespace, or a machine outside of the cluster.
 *
 * @param namespace empty outside of the cluster
 * @param address an IP address, empty in the cluster
 * @param ports where it can be called
 */
record Endpoint(
    String name,
    String namespace,
    Map<String, String> labels,
    String address,
    List<Integer> ports,
    Map<String, Integer> portNames) {

  static Endpoint pod(Pods pods) {
    Map<String, Integer> ports = new HashMap<>();
    pods.containers().stream()
        .flatMap(container -> Manifest.elements(container.path("ports")))
        .forEach(p -> ports.put(p.path("name").asText(), p.path("containerPort").asInt()));
    return new Endpoint(
        pods.labels().get("app.kubernetes.io/component"),
        pods.owner().at("/metadata/namespace").asText(),
        pods.labels(),
        "",
        List.copyOf(ports.values()),
        ports);
  }

  /** A pod that does not belong to the chart. */
  static Endpoint foreignPod(String name, String namespace, Integer... ports) {
    return new Endpoint(name, namespace, Map.of("app", name), "", List.of(ports), Map.of());
  }

  static Endpoint machine(String name, String address, Integer... ports) {
    return new Endpoint(name, "", Map.of(), address, List.of(ports), Map.of());
  }

  boolean isIn(String otherNamespace) {
    return namespace.equals(otherNamespace);
  }

  boolean isPort(JsonNode portName, int number) {
    return Integer.valueOf(number).equals(portNames.get(portName.asText()));
  }

  /** Whether a policy's peer selects this endpoint. Pods are not selected by address. */
  boolean isPeer(JsonNode peer, String policyNamespace) {
    if (peer.has("ipBlock")) {
      return !address.isEmpty() && in(peer.at("/ipBlock/cidr").asText());
    }
    boolean inNamespace =
        peer.has("namespaceSelector")
            ? !namespace.isEmpty()
                && new Selector(peer.path("namespaceSelector"))
                    .selects(Map.of("kubernetes.io/metadata.name", namespace))
            : isIn(policyNamespace);
    return inNamespace
        && (!peer.has("podSelector") || new Selector(peer.path("podSelector")).selects(labels));
  }

  private boolean in(String cidr) {
    String[] parts = cidr.split("/");
    byte[] own = bytes(address);
    byte[] network = bytes(parts[0]);
    int free = network.length * 8 - Integer.parseInt(parts[1]);
    return own.length == network.length
        && new BigInteger(1, own)
            .shiftRight(free)
            .equals(new BigInteger(1, network).shiftRight(free));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
