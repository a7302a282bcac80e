package io.baedal.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RenderedModelTest {

  @Test
  void thePictureInTheDocumentationShowsThisModel() throws IOException, NoSuchAlgorithmException {
    byte[] model = Files.readAllBytes(Path.of("order-fulfillment.bpmn"));
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));

    assertThat(Files.readString(Path.of("../docs/images/order-fulfillment.svg")))
        .as("the model has changed: run 'npm install && npm run render' in bpmn/render")
        .contains(digest);
  }
}
