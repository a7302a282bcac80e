package io.baedal.local.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each part listens.
 *
 * @param parts the port of every part, those that do not run included
 * @param kafkaController the port on which the broker reaches its own controller, always on
 *     loopback
 * @param listen the address on which all listen
 */
public record Ports(Map<Part, Integer> parts, int kafkaController, Listen listen) {
  private static final int DEFAULT_CONTROLLER = 9093;
  private static final int HIGHEST = 65_535;

  /** From each instance of a service to the next: 8082, 8092, 8102 … */
  private static final int STEP = 10;

  /** From the port of a service to that of its health and metrics: 8082, 18082. */
  public static final int TO_MANAGEMENT = 10_000;

  public Ports {
    parts = Map.copyOf(parts);
    Map<Integer, String> owners = new TreeMap<>();
    owners.put(kafkaController, "Kafka's controller");
    for (Part part : Part.values()) {
      Integer port = parts.get(part);
      int highest = part.isService() ? HIGHEST - TO_MANAGEMENT : HIGHEST;
      if (port == null || port < 1 || port > highest) {
        throw new LocalFailure(
            "Port " + port + " for " + part.label() + " is not from 1 to " + highest + ".");
      }
      String owner = owners.put(port, part.label());
      if (owner != null) {
        throw givenTwice(port, owner, part.label());
      }
    }
  }

  private static LocalFailure givenTwice(int port, String one, String other) {
    return new LocalFailure("Port " + port + " is given to both " + one + " and " + other + ".");
  }

  /** The default ports on loopback, each moved up by {@code offset}. */
  public static Ports withOffset(int offset) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, part.defaultPort() + offset);
    }
    return new Ports(ports, DEFAULT_CONTROLLER + offset, Listen.LOOPBACK);
  }

  /**
   * Ports that are all free now. They lie below the range of ephemeral ports, so that no client
   * takes one before its part starts.
   */
  public static Ports free() {
    return free(1);
  }

  /** The same, with the ports of further instances. */
  public static Ports free(int replicas) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      Ports ports = withOffset(ThreadLocalRandom.current().nextInt(4_000, 14_000));
      if (isFree(ports.kafkaController())
          && Arrays.stream(Part.values())
              .flatMap(part -> Instance.of(part, replicas))
              .allMatch(ports::isFree)) {
        return ports;
      }
    }
    throw new LocalFailure("Found no free ports between 9000 and 32200.");
  }

  /** The same ports, except for one part. */
  public Ports with(Part part, int port) {
    Map<Part, Integer> changed = new EnumMap<>(parts);
    changed.put(part, port);
    return new Ports(changed, kafkaController, listen);
  }

  /** The same ports on another address. */
  public Ports on(Listen address) {
    return new Ports(parts, kafkaController, address);
  }

  /** Where this machine reaches {@code part}, or its first instance: {@code localhost:8082}. */
  public String address(Part part) {
    return address(Instance.first(part));
  }

  /** Where this machine reaches {@code instance}. */
  public String address(Instance instance) {
    return listen.host() + ":" + of(instance);
  }

  /** Where this machine reaches the health and metrics of {@code instance}. */
  public String managementAddress(Instance instance) {
    return listen.host() + ":" + management(instance);
  }

  /** Where this machine reaches the first instance of {@code service}. */
  public URI url(Part service) {
    return URI.create("http://" + address(service));
  }

  /** The port of {@code instance}: that of its part, and 10 more for each further instance. */
  public int of(Instance instance) {
    return of(instance.part()) + STEP * (instance.number() - 1);
  }

  /** Where a service has its health and metrics: 10,000 ports higher. */
  public int management(Instance instance) {
    if (!instance.part().isService()) {
      throw new IllegalArgumentException(instance.label() + " is not a service");
    }
    return of(instance) + TO_MANAGEMENT;
  }

  /** The port of {@code part}, or of its first instance. */
  public int of(Part part) {
    Integer port = parts.get(part);
    if (port == null) {
      throw new IllegalArgumentException("No port for " + part);
    }
    return port;
  }

  /** Fails, naming the instance, if a port is taken, or if two of {@code wanted} need it. */
  public void requireFree(Iterable<Instance> wanted) {
    Map<Integer, Instance> owners = new HashMap<>();
    for (Instance instance : wanted) {
      Instance owner = owners.put(of(instance), instance);
      if (owner != null) {
        throw givenTwice(of(instance), owner.label(), instance.label());
      }
      requireFree(of(instance), instance.label());
      if (instance.part().isService()) {
        int management = management(instance);
        Instance other = owners.put(management, instance);
        if (other != null) {
          throw givenTwice(management, other.label(), instance.label());
        }
        requireFree(management, managementLabel(instance));
      }
      if (instance.part() == Part.KAFKA) {
        requireFree(kafkaController, "Kafka's controller");
      }
    }
  }

  public static String managementLabel(Instance instance) {
    return "health and metrics of " + instance.label();
  }

  private boolean isFree(Instance instance) {
    return isFree(of(instance)) && (!instance.part().isService() || isFree(management(instance)));
  }

  private static void requireFree(int port, String owner) {
    if (!isFree(port)) {
      throw new LocalFailure(
          "Port "
              + port
              + " ("
              + owner
              + ") is taken by another program; stop that, or use --port-offset.");
    }
  }

  /**
   * Whether no server listens on {@code port}, on any address. A bind alone would succeed beside a
   * program on another address, and the parts would then connect to that program.
   */
  public static boolean isFree(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return false;
    } catch (IOException refused) {
      return canBind(port);
    }
  }

  private static boolean canBind(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // a port whose last connections are still in TIME_WAIT can be used again by every part
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
