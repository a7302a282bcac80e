package io.baedal.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Directories and files that only their owner can use, where the file system knows permissions.
 * Uses nothing but the JDK, because {@link Guardian} runs it without libraries.
 */
final class OwnerOnly {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Makes {@code directory} if needed, and takes the rights of others away if it exists. */
  static Path directory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return restrict(directory, DIRECTORY);
    }
    return Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  /** Makes {@code file} if needed, empty, and takes the rights of others away if it exists. */
  static Path file(Path file) throws IOException {
    try {
      return Files.createFile(file, attributes(file, FILE));
    } catch (FileAlreadyExistsException kept) {
      return restrict(file, FILE);
    }
  }

  /** Replaces what {@code file} holds. */
  static void write(Path file, String content) throws IOException {
    Files.writeString(file(file), content, UTF_8);
  }

  private static Path restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    return knowsPermissions(path) ? Files.setPosixFilePermissions(path, permissions) : path;
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return knowsPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
