package io.baedal.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key that signs tokens. */
final class SigningKey {

  private static final int BITS = 2048;

  /** The key in {@code file}, which is created if it does not exist; a new key without a file. */
  static RSAKey in(@Nullable Path file) {
    if (file == null) {
      return create();
    }
    try {
      if (!Files.exists(file)) {
        write(file, create());
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write the signing key " + file, e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + " is not a signing key", e);
    }
  }

  private static RSAKey create() {
    try {
      return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("RSA is missing", e);
    }
  }

  /** A temporary file is readable by its owner alone. */
  private static void write(Path file, RSAKey key) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path temporary = Files.createTempFile(parent, "key", ".tmp");
    Files.writeString(temporary, key.toJSONString());
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private SigningKey() {}
}
