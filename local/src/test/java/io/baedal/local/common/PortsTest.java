package io.baedal.local.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.local.launcher.LocalOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void movesEveryPortByTheOffset() {
    Ports ports = Ports.withOffset(100);

    assertThat(ports.of(Part.GATEWAY)).isEqualTo(8188);
    assertThat(ports.of(Part.POSTGRES)).isEqualTo(5532);
    assertThat(ports.kafkaController()).isEqualTo(9193);
  }

  @Test
  void replacesThePortOfOnePartOnly() {
    Ports ports = Ports.withOffset(0).with(Part.ORDER, 9000);

    assertThat(ports.of(Part.ORDER)).isEqualTo(9000);
    assertThat(ports.of(Part.PAYMENT)).isEqualTo(8083);
  }

  @Test
  void eachFurtherInstanceListensTenPortsHigher() {
    Ports ports = Ports.withOffset(100).with(Part.GATEWAY, 7000);

    assertThat(ports.of(new Instance(Part.PAYMENT, 2))).isEqualTo(8193);
    assertThat(ports.of(new Instance(Part.GATEWAY, 3))).isEqualTo(7020);
  }

  @Test
  void healthAndMetricsOfEachInstanceAreTenThousandPortsHigher() {
    Ports ports = Ports.withOffset(100).on(Listen.LOOPBACK);

    assertThat(ports.management(new Instance(Part.PAYMENT, 2))).isEqualTo(18_193);
    assertThat(ports.managementAddress(Instance.first(Part.ORDER))).isEqualTo("localhost:18182");
  }

  @Test
  void refusesAPortForHealthThatAnotherPartHas() {
    Ports ports = Ports.free();
    int port = ports.management(Instance.first(Part.ORDER));
    Ports crossing = ports.with(Part.GATEWAY, port);

    assertThatThrownBy(() -> crossing.requireFree(firstOf(Part.GATEWAY, Part.ORDER)))
        .isInstanceOf(LocalFailure.class)
        .hasMessage("Port " + port + " is given to both gateway and order.");
  }

  @Test
  void namesTheServiceWhosePortForHealthIsTaken() throws IOException {
    Ports ports = Ports.free();
    Instance delivery = Instance.first(Part.DELIVERY);
    try (ServerSocket taken = new ServerSocket(ports.management(delivery))) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> ports.requireFree(List.of(delivery)))
          .isInstanceOf(LocalFailure.class)
          .hasMessageStartingWith(
              "Port " + ports.management(delivery) + " (health and metrics of delivery) is taken");
    }
  }

  @Test
  void refusesOnePortForInstancesOfTwoParts() {
    Ports ports = Ports.free(2);
    Ports crossing = ports.with(Part.ORDER, ports.of(new Instance(Part.PAYMENT, 2)));

    assertThatThrownBy(
            () ->
                crossing.requireFree(
                    List.of(Instance.first(Part.ORDER), new Instance(Part.PAYMENT, 2))))
        .isInstanceOf(LocalFailure.class)
        .hasMessageEndingWith("is given to both order and payment 2.");
  }

  @Test
  void instancesNeverShareAPort() {
    assertThatCode(() -> Ports.free(Instance.MOST)).doesNotThrowAnyException();
    assertThat(LocalOptions.in(Path.of(".")).replicas(Instance.MOST).build().instances())
        .extracting(Ports.withOffset(0)::of)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesOnePortForTwoParts() {
    assertThatThrownBy(() -> Ports.withOffset(0).with(Part.ORDER, 8083))
        .isInstanceOf(LocalFailure.class)
        .hasMessage("Port 8083 is given to both order and payment.");
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThatThrownBy(() -> Ports.withOffset(60_000))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("is not from 1 to 65535");
  }

  @Test
  void freePortsAreFreeAndBelowThoseOfOutgoingConnections() {
    Ports ports = Ports.free();

    assertThatCode(() -> ports.requireFree(firstOf(Part.values()))).doesNotThrowAnyException();
    assertThat(ports.parts().values()).allMatch(port -> port < 32_768);
    assertThat(Part.services().stream().map(Instance::first).map(ports::management))
        .allMatch(port -> port < 32_768);
  }

  @Test
  void namesThePartWhosePortIsTakenOnAnyAddress() throws IOException {
    for (String address : List.of("127.0.0.1", "0.0.0.0")) {
      try (ServerSocket taken = new ServerSocket()) {
        Ports ports = Ports.free();
        taken.bind(new InetSocketAddress(InetAddress.getByName(address), ports.of(Part.DELIVERY)));

        assertThatThrownBy(() -> ports.requireFree(firstOf(Part.ORDER, Part.DELIVERY)))
            .isInstanceOf(LocalFailure.class)
            .hasMessageStartingWith("Port " + taken.getLocalPort() + " (delivery) is taken")
            .hasMessageNotContaining("\n");
        assertThatCode(() -> ports.requireFree(firstOf(Part.ORDER))).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void checksTheControllerOfTheBrokerToo() throws IOException {
    Ports ports = Ports.free();
    try (ServerSocket taken = new ServerSocket(ports.kafkaController())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> ports.requireFree(firstOf(Part.KAFKA)))
          .isInstanceOf(LocalFailure.class)
          .hasMessageContaining("Kafka's controller");
    }
  }

  private static List<Instance> firstOf(Part... parts) {
    return Arrays.stream(parts).map(Instance::first).toList();
  }
}
