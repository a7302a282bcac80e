package io.baedal.local.common;

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
 * Directories and files that only their owner can use, where the file system has permissions. Uses
 * nothing but the JDK, because {@code Guardian} runs it without libraries.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Creates {@code directory} if needed; if it exists, removes the permissions of others. */
  public static Path directory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return restrict(directory, DIRECTORY);
    }
    return Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  /** Creates {@code file}, empty, if needed; if it exists, removes the permissions of others. */
  public static Path file(Path file) throws IOException {
    try {
      return Files.createFile(file, attributes(file, FILE));
    } catch (FileAlreadyExistsException kept) {
      return restrict(file, FILE);
    }
  }

  /** Replaces the content of {@code file}. */
  public static void write(Path file, String content) throws IOException {
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
