package io.baedal.order.catalogue.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.baedal.order.catalogue.FindMenu;
import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.ReplaceMenu;
import io.baedal.order.ordering.OrderContent;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.request.PathName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of menus. */
@RestController
@RequestMapping(path = "/stores/{storeId}/menu", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Menus", description = "Read and replace the menus of stores")
class MenuController {

  private static final Logger log = LoggerFactory.getLogger(MenuController.class);

  private final FindMenu findMenu;
  private final ReplaceMenu replaceMenu;

  MenuController(FindMenu findMenu, ReplaceMenu replaceMenu) {
    this.findMenu = findMenu;
    this.replaceMenu = replaceMenu;
  }

  @GetMapping
  @Operation(summary = "Get the menu of a store")
  @AllowedFor({Role.CUSTOMER, Role.STORE, Role.COURIER, Role.OPERATOR})
  MenuResponse find(@PathName(max = OrderContent.NAME_LENGTH) String storeId) {
    return MenuResponse.of(storeId, findMenu.of(storeId));
  }

  @PutMapping
  @Operation(
      summary = "Replace the menu of a store",
      description =
          "Also creates it. Orders that were placed before keep their prices. From a store whose"
              + " menu has no items nothing can be ordered.")
  @AllowedFor({Role.STORE, Role.OPERATOR})
  MenuResponse replace(
      @PathName(max = OrderContent.NAME_LENGTH) String storeId,
      @RequestBody NewMenu body,
      Scope scope) {
    Menu menu = body.toMenu();
    replaceMenu.with(storeId, menu, scope);
    log.info("menu of store {} replaced: {} items", storeId, menu.items().size());
    return MenuResponse.of(storeId, menu);
  }
}
