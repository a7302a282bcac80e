package io.baedal.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.Listen;
import io.baedal.local.common.Part;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who can reach a real PostgreSQL and a real Kafka, and read their files. */
@Tag("slow")
class ReachIT {
  /** An address of every Linux machine on which a server on 127.0.0.1 does not listen. */
  private static final String OTHER_LOOPBACK = "127.0.0.2";

  @TempDir Path data;

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyThisMachineReachesThePartsUnlessAsked() throws Exception {
    Ports ports = Ports.free();
    try (LocalSystem system = start(ports)) {
      for (int port :
          List.of(ports.of(Part.POSTGRES), ports.of(Part.KAFKA), ports.kafkaController())) {
        assertThat(answers("127.0.0.1", port)).isTrue();
        assertThat(otherAddresses()).noneMatch(address -> answers(address, port));
      }
      assertThat(system.kafkaBootstrap()).isEqualTo("localhost:" + ports.of(Part.KAFKA));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void otherMachinesReachThePartsIfAskedButNotAsSuperuser() throws Exception {
    Ports ports = Ports.free().on(Listen.named("0.0.0.0"));
    try (LocalSystem system = start(ports)) {
      assertThat(answers(OTHER_LOOPBACK, ports.of(Part.KAFKA))).isTrue();
      assertThat(answers(OTHER_LOOPBACK, ports.kafkaController())).isFalse();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafkaBootstrap()))) {
        assertThat(admin.describeCluster().nodes().get())
            .extracting(Node::host)
            .containsExactly(ports.listen().advertised());
      }
      Credentials orders = system.credentials(Part.ORDER);
      String superuser = new Passwords(data).postgres();
      for (String address : ownAddresses()) {
        String url = "jdbc:postgresql://" + address + ":" + ports.of(Part.POSTGRES);
        DriverManager.getConnection(url + "/orders", orders.username(), orders.password()).close();
        assertThatThrownBy(() -> DriverManager.getConnection(url + "/", "postgres", superuser))
            .hasMessageContaining("pg_hba.conf rejects");
      }
    }
  }

  @Test
  void theSuperuserNeedsItsPassword() throws Exception {
    Ports ports = Ports.free();
    try (LocalSystem system = start(ports)) {
      requireThatTheSuperuserNeedsItsPassword(ports);
      assertThat(Path.of("/tmp/.s.PGSQL." + ports.of(Part.POSTGRES))).doesNotExist();
      assertThat(system.isRunning(Part.POSTGRES)).isTrue();
    }
  }

  @Test
  void protectsDataFromBeforeTheSuperuserHadAPassword() throws Exception {
    Ports ports = Ports.free();
    start(ports).close();
    try (LocalSystem system = start(ports);
        Connection connection = superuser(ports, new Passwords(data).postgres());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE meals AS SELECT 'kimchi' AS name");
      statement.execute("ALTER ROLE postgres PASSWORD NULL");
      assertThat(system.isRunning(Part.POSTGRES)).isTrue();
    }
    Files.delete(data.resolve("postgres-password"));
    Files.writeString(
        data.resolve("postgres/pg_hba.conf"),
        "local all postgres trust\nhost all postgres 127.0.0.1/32 trust\n");

    for (int start = 1; start <= 2; start++) {
      try (LocalSystem system = start(ports)) {
        requireThatTheSuperuserNeedsItsPassword(ports);
        assertThat(system.isRunning(Part.POSTGRES)).isTrue();
        try (Connection connection = superuser(ports, new Passwords(data).postgres());
            Statement statement = connection.createStatement();
            ResultSet meals = statement.executeQuery("SELECT name FROM meals")) {
          assertThat(meals.next()).isTrue();
        }
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void onlyItsOwnerReadsWhatIsKept() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.setPosixFilePermissions(
        data.resolve("logs"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path existingLog = Files.createFile(data.resolve("logs/kafka.log"));
    Files.createFile(data.resolve("lock"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (LocalSystem system = start(Ports.free())) {
      assertThat(system.isRunning(Part.KAFKA)).isTrue();
      try (Stream<Path> all = Files.walk(data)) {
        assertThat(all.filter(Files::isDirectory))
            .contains(data.resolve("kafka/data"), data.resolve("logs"), data.resolve("postgres"))
            .allMatch(path -> permissions(path).equals("rwx------"), "is for its owner alone");
      }
      assertThat(
              List.of(
                  existingLog,
                  data.resolve("postgres-password"),
                  data.resolve("kafka/data/meta.properties")))
          .allMatch(path -> permissions(path).equals("rw-------"), "is for its owner alone");
    }
  }

  private LocalSystem start(Ports ports) {
    LocalSystem system =
        LocalSystem.open(
            LocalOptions.in(Path.of(".."))
                .data(data)
                .ports(ports)
                .parts(Set.of(Part.POSTGRES, Part.KAFKA))
                .build());
    try {
      system.start();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private void requireThatTheSuperuserNeedsItsPassword(Ports ports) throws Exception {
    for (String wrong : List.of("", "postgres", "wrong")) {
      assertThatThrownBy(() -> superuser(ports, wrong))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
    superuser(ports, new Passwords(data).postgres()).close();
    assertThat(data.resolve("postgres/pg_hba.conf")).content().doesNotContain("trust");
  }

  private static Connection superuser(Ports ports, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + ports.of(Part.POSTGRES) + "/postgres",
        "postgres",
        password);
  }

  private static List<String> otherAddresses() throws IOException {
    return Stream.concat(Stream.of(OTHER_LOOPBACK), ownAddresses().stream()).toList();
  }

  /** The addresses by which other machines may reach this one. */
  private static List<String> ownAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .filter(address -> address.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .toList();
  }

  private static boolean answers(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
