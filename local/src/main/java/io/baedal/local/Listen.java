package io.baedal.local;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Objects;

/**
 * The address of this machine on which all parts listen.
 *
 * @param address of a network interface, or one that stands for all of them
 */
public record Listen(InetAddress address) {
  /** Nobody but this machine reaches the parts. */
  public static final Listen LOOPBACK = named("127.0.0.1");

  /** Fails when {@code address} is none of this machine's. */
  public static Listen named(String address) {
    try {
      InetAddress found = InetAddress.getByName(address);
      if (address.isBlank()
          || (!found.isAnyLocalAddress() && NetworkInterface.getByInetAddress(found) == null)) {
        throw new LocalFailure("'" + address + "' is no address of this machine.");
      }
      return new Listen(found);
    } catch (IOException unknown) {
      throw new LocalFailure("'" + address + "' is no address of this machine.", unknown);
    }
  }

  /** Whether other machines reach the parts. */
  boolean isOpen() {
    return !address.isLoopbackAddress();
  }

  /** As a server is told it. */
  String bind() {
    return address.getHostAddress();
  }

  /** The host by which this machine reaches the parts, as it stands in a URL. */
  String host() {
    return address.isAnyLocalAddress() || LOOPBACK.address.equals(address)
        ? "localhost"
        : literal(address);
  }

  /** The host by which other machines reach the parts; this machine does so too. */
  String advertised() {
    return address.isAnyLocalAddress() ? ownAddress() : host();
  }

  private static String ownAddress() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(own -> !own.isLoopbackAddress() && !own.isLinkLocalAddress())
          .map(Listen::literal)
          .findFirst()
          .orElse("localhost");
    } catch (SocketException noneToBeHad) {
      return "localhost";
    }
  }

  private static String literal(InetAddress address) {
    String text = Objects.requireNonNull(address.getHostAddress());
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
