package io.baedal.local.common;

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
 * @param address the address of a network interface, or the wildcard address
 */
public record Listen(InetAddress address) {
  /** Only this machine can reach the parts. */
  public static final Listen LOOPBACK = named("127.0.0.1");

  /** Fails if this machine does not have {@code address}. */
  public static Listen named(String address) {
    try {
      InetAddress found = InetAddress.getByName(address);
      if (address.isBlank()
          || (!found.isAnyLocalAddress() && NetworkInterface.getByInetAddress(found) == null)) {
        throw new LocalFailure("'" + address + "' is not an address of this machine.");
      }
      return new Listen(found);
    } catch (IOException unknown) {
      throw new LocalFailure("'" + address + "' is not an address of this machine.", unknown);
    }
  }

  /** Whether other machines can reach the parts. */
  public boolean isOpen() {
    return !address.isLoopbackAddress();
  }

  /** The address as a server's setting. */
  public String bind() {
    return address.getHostAddress();
  }

  /** The host by which this machine reaches the parts, as written in a URL. */
  public String host() {
    return address.isAnyLocalAddress() || LOOPBACK.address.equals(address)
        ? "localhost"
        : literal(address);
  }

  /** The host by which other machines reach the parts; this machine can use it too. */
  public String advertised() {
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
    } catch (SocketException unavailable) {
      return "localhost";
    }
  }

  private static String literal(InetAddress address) {
    String text = Objects.requireNonNull(address.getHostAddress());
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
