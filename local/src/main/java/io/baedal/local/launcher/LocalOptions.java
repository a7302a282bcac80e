package io.baedal.local.launcher;

import io.baedal.local.common.Instance;
import io.baedal.local.common.JavaCommand;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to run and where.
 *
 * @param root the repository, whose modules have been packaged
 * @param data the directory that keeps databases, broker, logs and passwords between runs
 * @param ports where each part listens
 * @param parts what runs; PostgreSQL and Kafka alone are allowed
 * @param replicas how many instances of each service run
 * @param environment environment variables per service, which override those of {@code local}
 * @param jvmOptions JVM options per part, in place of those of a small JVM that starts fast
 * @param databaseSettings settings of PostgreSQL, which override those of {@code local}
 * @param longestStart how long parts that are started together may take to be ready
 * @param fresh whether to empty {@code data} first
 * @param fastStart whether to start the services from class archives
 * @param archives for how many services to write an archive at the stop, for later starts on the
 *     same data; each takes some seconds
 * @param progress receives one line for each event that a user should see
 */
public record LocalOptions(
    Path root,
    Path data,
    Ports ports,
    Set<Part> parts,
    int replicas,
    Map<Part, Map<String, String>> environment,
    Map<Part, List<String>> jvmOptions,
    Map<String, String> databaseSettings,
    Duration longestStart,
    boolean fresh,
    boolean fastStart,
    int archives,
    Consumer<String> progress) {

  public LocalOptions {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    parts = Set.copyOf(parts);
    environment = Map.copyOf(environment);
    jvmOptions = Map.copyOf(jvmOptions);
    databaseSettings = Map.copyOf(databaseSettings);
    if (replicas < 1 || replicas > Instance.MOST) {
      throw new LocalFailure("There can be 1 to " + Instance.MOST + " of each service.");
    }
  }

  /** All instances that run, in the order in which messages list them. */
  public List<Instance> instances() {
    return Arrays.stream(Part.values())
        .filter(parts::contains)
        .flatMap(part -> Instance.of(part, replicas))
        .toList();
  }

  /** The JVM options of {@code part}. */
  List<String> jvmOptions(Part part) {
    return jvmOptions.getOrDefault(part, JavaCommand.small(part.heapMegabytes()));
  }

  /** Options with the default ports, all parts, data under {@code root/.baedal}, and no output. */
  public static Builder in(Path root) {
    return new Builder(root);
  }

  /** Collects options; every method but {@link #build} returns the same builder. */
  public static final class Builder {
    private final Path root;
    private @Nullable Path data;
    private Ports ports = Ports.withOffset(0);
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private int replicas = 1;
    private final Map<Part, Map<String, String>> environment = new EnumMap<>(Part.class);
    private final Map<Part, List<String>> jvmOptions = new EnumMap<>(Part.class);
    private final Map<String, String> databaseSettings = new HashMap<>();
    private Duration longestStart = Duration.ofSeconds(180);
    private boolean fresh;
    private boolean fastStart;
    private int archives = 1;
    private Consumer<String> progress = line -> {};

    private Builder(Path root) {
      this.root = root;
    }

    /** Where everything that outlives a run is kept. */
    public Builder data(Path directory) {
      data = directory;
      return this;
    }

    /** Where each part listens; see {@link Ports#free()} for tests. */
    public Builder ports(Ports where) {
      ports = where;
      return this;
    }

    /** What runs; a service can only become ready when what it needs runs too. */
    public Builder parts(Set<Part> which) {
      parts = which;
      return this;
    }

    /** How many instances of each service run; PostgreSQL and Kafka run once. */
    public Builder replicas(int howMany) {
      replicas = howMany;
      return this;
    }

    /** One more environment variable for {@code part}; overrides what {@code local} sets. */
    public Builder environment(Part part, String name, String value) {
      environment.computeIfAbsent(part, any -> new HashMap<>()).put(name, value);
      return this;
    }

    /** The JVM options of {@code part}, in place of those of a small JVM. */
    public Builder jvmOptions(Part part, List<String> options) {
      jvmOptions.put(part, List.copyOf(options));
      return this;
    }

    /** One more setting of PostgreSQL; overrides what {@code local} sets. */
    public Builder databaseSetting(String name, String value) {
      databaseSettings.put(name, value);
      return this;
    }

    /** How long parts that are started together may take to be ready; 180 s by default. */
    public Builder longestStart(Duration atMost) {
      longestStart = atMost;
      return this;
    }

    /** Empties the data directory before the start. */
    public Builder fresh(boolean yes) {
      fresh = yes;
      return this;
    }

    /** Makes later starts of the services on the same data faster. */
    public Builder fastStart(boolean yes) {
      fastStart = yes;
      return this;
    }

    /** For how many services this run may prepare a fast start; 1 by default. */
    public Builder archives(int howMany) {
      archives = howMany;
      return this;
    }

    /** Receives the progress lines for a user. */
    public Builder progress(Consumer<String> listener) {
      progress = listener;
      return this;
    }

    /** The options so far. */
    public LocalOptions build() {
      Path directory = data == null ? root.resolve(".baedal") : data;
      return new LocalOptions(
          root,
          directory,
          ports,
          parts,
          replicas,
          environment,
          jvmOptions,
          databaseSettings,
          longestStart,
          fresh,
          fastStart,
          archives,
          progress);
    }
  }
}
