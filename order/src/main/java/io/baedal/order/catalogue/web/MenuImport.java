package io.baedal.order.catalogue.web;

import io.baedal.order.OrderProperties;
import io.baedal.order.catalogue.ImportMenus;
import io.baedal.order.catalogue.Menu;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Imports menus at the start, before the service accepts orders. */
@Component
class MenuImport implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(MenuImport.class);

  private final MenuFile menuFile;
  private final ImportMenus importMenus;
  private final OrderProperties.Catalogue settings;

  MenuImport(MenuFile menuFile, ImportMenus importMenus, OrderProperties properties) {
    this.menuFile = menuFile;
    this.importMenus = importMenus;
    this.settings = properties.catalogue();
  }

  @Override
  public void afterSingletonsInstantiated() {
    String file = settings.importFile();
    if (file != null) {
      Map<String, Menu> menus = menuFile.read(file);
      log.info("{} menus in {}, {} of them new", menus.size(), file, importMenus.add(menus));
    }
  }
}
