package io.baedal.local.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that outlives a run, locked against a second run as long as this is open. */
public final class DataDirectory implements AutoCloseable {
  /** Files that can be generated again from the jars; {@link #empty} keeps them. */
  public static final String CACHE = "cache";

  /** The copy that this program may run from; {@link #empty} keeps it. */
  private static final String PROGRAM = "program";

  private static final String LOCK = "lock";

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Locks it, creating it if needed; fails when another run holds it. */
  public static DataDirectory lock(Path root) {
    try {
      prepare(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new LocalFailure(
            "Baedal already runs on "
                + root
                + "; stop that first, or use --data and --port-offset.");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new LocalFailure("Cannot use " + root + " for data: " + e, e);
    }
  }

  /**
   * An existing directory of the user, such as a home, keeps its permissions; directories that this
   * class creates in it are private.
   */
  private static void prepare(Path root) throws IOException {
    if (!Files.isDirectory(root) || Files.exists(root.resolve(LOCK)) || isEmpty(root)) {
      OwnerOnly.directory(root);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    }
  }

  /** Removes everything but the lock, the cache and the running program. */
  public void empty() {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> deepestFirst =
          all.filter(path -> !path.equals(root) && !path.equals(root.resolve(LOCK)))
              .filter(path -> !path.startsWith(root.resolve(CACHE)))
              .filter(path -> !path.startsWith(root.resolve(PROGRAM)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new LocalFailure("Cannot empty " + root + ": " + e.getMessage(), e);
    }
  }

  public Path root() {
    return root;
  }

  /** A subdirectory that only its owner can access, created if needed. */
  public Path directory(String name) {
    try {
      return OwnerOnly.directory(root.resolve(name));
    } catch (IOException e) {
      throw new LocalFailure("Cannot create " + root.resolve(name) + ": " + e, e);
    }
  }

  public Path log(Instance instance) {
    return directory("logs").resolve(instance.fileName() + ".log");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
