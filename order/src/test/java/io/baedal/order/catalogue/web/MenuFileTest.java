package io.baedal.order.catalogue.web;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static io.baedal.order.catalogue.MenuFixture.soldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.MenuItem;
import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuFileTest {

  @TempDir private Path directory;

  private final MenuFile menuFile =
      new MenuFile(Validation.buildDefaultValidatorFactory().getValidator(), new NewMenuCheck());

  @Test
  void readsTheMenuOfEachStore() throws IOException {
    assertThat(
            read(
                """
                {"store-1": {"items": [{"productName": "APPLE", "unitPrice": 1000}]},
                 "store-2": {"items": [{"productName": "PEAR", "unitPrice": 5, "soldOut": true}]},
                 "store-3": {"items": []}}
                """))
        .isEqualTo(
            Map.of(
                "store-1",
                menu(item("APPLE", 1_000)),
                "store-2",
                menu(soldOut("PEAR", 5)),
                "store-3",
                menu()));
  }

  @Test
  void readsTheDemoMenu() {
    assertThat(menuFile.read("classpath:demo-menus.json").get("store-1").items())
        .contains(item("APPLE", 1_000))
        .extracting(MenuItem::productName)
        .contains("TV", "IGNORE ME", "REJECT ME");
  }

  @Test
  void namesEveryFault() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"store-1": {"items": [{"productName": "A", "unitPrice": -1}, 7]},
                     "store-2": {"items": [{"productName": "A", "unitPrice": 1},
                                           {"productName": "A", "unitPrice": 1}]},
                     " ": {"items": []},
                     "store-4": []}
                    """))
        .isInstanceOf(BadImportFile.class)
        .hasMessageContainingAll(
            "menus.json (order.catalogue.import-file)",
            "store-1: items[0].unitPrice must be a whole number from 0 to 1000000000",
            "store-1: items[1] must be a JSON object",
            "store-2: items[1].productName is also the product of items[0]",
            "store \" \" must be 1 to 64 characters",
            "store-4: body must be a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"a\": {\"items\": []}, \"a\": {}}"})
  void refusesAFileThatIsNoObject(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(BadImportFile.class)
        .hasMessageContaining("menus.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/file.json", "classpath:nosuch.json"})
  void namesAMissingFile(String file) {
    assertThatThrownBy(() -> menuFile.read(file))
        .isInstanceOf(BadImportFile.class)
        .hasMessageStartingWith("Cannot import menus from " + file);
  }

  /** Without a stack trace. */
  @Test
  void theStartReportsTheReason() {
    var bad = new BadImportFile("menus.json", "it is not a JSON object", null);

    assertThat(new BadImportFileAnalyzer().analyze(bad).getDescription())
        .isEqualTo(
            "Cannot import menus from menus.json (order.catalogue.import-file): it is not a JSON"
                + " object");
  }

  private Map<String, Menu> read(String content) throws IOException {
    return menuFile.read(Files.writeString(directory.resolve("menus.json"), content).toString());
  }
}
