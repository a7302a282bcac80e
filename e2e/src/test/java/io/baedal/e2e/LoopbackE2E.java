package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only this machine can reach a local system, unless it is started with another address. */
class LoopbackE2E {

  @ParameterizedTest
  @EnumSource
  void onlyThisMachineReachesIt(Part part) throws IOException {
    LocalSystem system = RunningSystem.get();
    for (Instance instance : system.instances(part)) {
      int port = system.address(instance).getPort();
      assertThat(answers("127.0.0.1", port)).isTrue();
      assertThat(otherAddresses()).noneMatch(address -> answers(address, port));
    }
  }

  /** This machine's addresses, and one more on which a server on all addresses listens on Linux. */
  private static List<String> otherAddresses() throws IOException {
    Stream<String> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .map(InetAddress::getHostAddress);
    return Stream.concat(Stream.of("127.0.0.2"), own).toList();
  }

  private static boolean answers(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
