package io.baedal.local;

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
 * @param parts what runs; PostgreSQL and Kafka alone are fine
 * @param replicas how many of each service run
 * @param environment environment variables per service, over those that {@code local} sets
 * @param jvmOptions options of the JVM per part that is one, in place of those of a small JVM that
 *     starts fast
 * @param databaseSettings settings of PostgreSQL, over those that {@code local} makes
 * @param longestStart how long parts that are started together may take to be ready
 * @param fresh whether to empty {@code data} first
 * @param fastStart whether to use what makes the start of the services faster
 * @param archives of how many services to write that down at the stop, for later starts on the same
 *     data; each takes some seconds
 * @param progress receives one line for each thing that is worth telling a person
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

  /** All that run, in the order in which messages list them. */
  List<Instance> instances() {
    return Arrays.stream(Part.values())
        .filter(parts::contains)
        .flatMap(part -> Instance.of(part, replicas))
        .toList();
  }

  /** The options of the JVM that {@code part} is. */
  List<String> jvmOptions(Part part) {
    return jvmOptions.getOrDefault(part, JavaCommand.small(part.heapMegabytes()));
  }

  /** Options with the default ports, all parts, data under {@code root/.baedal}, and no output. */
  public static Builder in(Path root) {
    return new Builder(root);
  }

  /** Collects options; every call but {@link #build} answers the same builder. */
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

    /** How many of each service run; PostgreSQL and Kafka run once. */
    public Builder replicas(int howMany) {
      replicas = howMany;
      return this;
    }

    /** One more environment variable for {@code part}; wins over what {@code local} sets. */
    public Builder environment(Part part, String name, String value) {
      environment.computeIfAbsent(part, any -> new HashMap<>()).put(name, value);
      return this;
    }

    /** Options of the JVM that {@code part} is, in place of those of a small one. */
    public Builder jvmOptions(Part part, List<String> options) {
      jvmOptions.put(part, List.copyOf(options));
      return this;
    }

    /** One more setting of PostgreSQL; wins over what {@code local} sets. */
    public Builder databaseSetting(String name, String value) {
      databaseSettings.put(name, value);
      return this;
    }

    /** How long parts that are started together may take to be ready; 180 s if not said. */
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

    /** Of how many services a fast start may be prepared by this run; 1 if not said. */
    public Builder archives(int howMany) {
      archives = howMany;
      return this;
    }

    /** Receives the lines that tell a person what happens. */
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
