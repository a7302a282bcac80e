package io.baedal.local.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baedal.local.common.DataDirectory;
import io.baedal.local.common.Instance;
import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.Listen;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * A real broker that is its own controller (KRaft), in a separate process: its logging library
 * conflicts with that of other programs.
 */
final class KafkaBroker {
  private final LocalOptions options;
  private final Path directory;
  private final Path log;

  KafkaBroker(LocalOptions options, DataDirectory data) {
    this.options = options;
    this.directory = data.directory("kafka");
    this.log = data.log(Instance.first(Part.KAFKA));
  }

  ChildProcess start() {
    Path libraries = JavaCommand.home(options.root()).resolve("local/target/kafka-libs");
    if (!Files.isDirectory(libraries)) {
      throw new LocalFailure(libraries + " is missing; run ./mvnw -DskipTests package first.");
    }
    String classPath = libraries + "/*";
    Path configuration = write("server.properties", configuration());
    Path logging = write("log4j.properties", LOGGING);
    if (!Files.exists(directory.resolve("data/meta.properties"))) {
      format(classPath, configuration, logging);
    }
    return run(classPath, logging, List.of("kafka.Kafka", configuration.toString()));
  }

  private void format(String classPath, Path configuration, Path logging) {
    ChildProcess tool =
        run(
            classPath,
            logging,
            List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                configuration.toString()));
    tool.ended().join();
    if (!Files.exists(directory.resolve("data/meta.properties"))) {
      throw new LocalFailure("Kafka could not format " + directory + "; see " + log);
    }
  }

  private ChildProcess run(String classPath, Path logging, List<String> arguments) {
    List<String> command =
        new ArrayList<>(JavaCommand.jvm(options.data(), options.jvmOptions(Part.KAFKA)));
    command.add("-Dlog4j.configuration=" + logging.toUri());
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    return ChildProcess.start(command, Map.of(), directory, log);
  }

  private Path write(String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content, UTF_8);
    } catch (IOException e) {
      throw new LocalFailure("Cannot write " + directory.resolve(name) + ": " + e, e);
    }
  }

  private String configuration() {
    int broker = options.ports().of(Part.KAFKA);
    int controller = options.ports().kafkaController();
    Listen listen = options.ports().listen();
    // forward slashes: in a properties file a backslash is an escape
    String data = directory.resolve("data").toString().replace('\\', '/');
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@localhost:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://%4$s:%1$d,CONTROLLER://localhost:%2$d
    advertised.listeners=PLAINTEXT://%5$s:%1$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    num.partitions=6
    auto.create.topics.enable=false
    # one small machine: one copy of everything, small files, few threads
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=6
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=3
    log.segment.bytes=16777216
    log.index.size.max.bytes=1048576
    metadata.log.segment.bytes=16777216
    log.cleaner.dedupe.buffer.size=8388608
    num.network.threads=2
    num.io.threads=4
    # consumers get their partitions at once, not after 3 s
    group.initial.rebalance.delay.ms=0
    """
        .formatted(
            broker,
            controller,
            data,
            listen.address().isAnyLocalAddress() ? listen.bind() : listen.host(),
            listen.advertised());
  }

  private static final String LOGGING =
      """
      log4j.rootLogger=INFO, stdout
      log4j.appender.stdout=org.apache.log4j.ConsoleAppender
      log4j.appender.stdout.layout=org.apache.log4j.PatternLayout
      log4j.appender.stdout.layout.ConversionPattern=%d{ISO8601} %-5p %c{1} %m%n
      log4j.logger.kafka=WARN
      log4j.logger.org.apache.kafka=WARN
      log4j.logger.kafka.server.KafkaRaftServer=INFO
      """;
}
