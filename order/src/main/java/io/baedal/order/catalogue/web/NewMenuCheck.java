package io.baedal.order.catalogue.web;

import io.baedal.web.problem.BadFields;
import io.baedal.web.request.RecordCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reports each product that a menu has more than once. */
@Component
class NewMenuCheck implements RecordCheck<NewMenu> {

  @Override
  public Class<NewMenu> type() {
    return NewMenu.class;
  }

  @Override
  public void check(NewMenu menu, BadFields faults) {
    List<NewMenu.NewItem> items = menu.items();
    if (items == null) {
      return;
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Integer first = places.putIfAbsent(items.get(i).productName(), i);
      if (first != null) {
        faults.add("items[" + i + "].productName", "is also the product of items[" + first + "]");
      }
    }
  }
}
