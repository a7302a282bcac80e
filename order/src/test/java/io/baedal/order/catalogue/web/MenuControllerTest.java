package io.baedal.order.catalogue.web;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static io.baedal.order.catalogue.MenuFixture.soldOut;
import static io.baedal.web.test.Problems.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.baedal.order.catalogue.FindMenu;
import io.baedal.order.catalogue.Menus;
import io.baedal.order.catalogue.ReplaceMenu;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest(MenuController.class)
@Import({FindMenu.class, ReplaceMenu.class, MenuProblems.class, NewMenuCheck.class})
class MenuControllerTest {

  private static final String MENU =
      """
      {"items": [{"productName": "APPLE", "unitPrice": 12000, "currency": "KRW", "soldOut": true},
                 {"productName": "사과", "unitPrice": 0}]}
      """;

  private static final String STORED =
      """
      {"storeId": "store-1",
       "items": [{"productName": "APPLE", "unitPrice": 12000, "currency": "KRW", "soldOut": true},
                 {"productName": "사과", "unitPrice": 0, "currency": "KRW", "soldOut": false}]}
      """;

  @Autowired private MockMvc http;
  @MockitoBean private Menus menus;

  @Test
  void returnsAMenu() throws Exception {
    when(menus.find("store-1"))
        .thenReturn(Optional.of(menu(soldOut("APPLE", 12_000), item("사과", 0))));

    http.perform(get("/stores/store-1/menu"))
        .andExpect(status().isOk())
        .andExpect(content().json(STORED, JsonCompareMode.STRICT));
  }

  @Test
  void answersNotFoundForAStoreWithoutAMenu() throws Exception {
    expectProblem(http.perform(get("/stores/store-2/menu")), 404, "not-found")
        .andExpect(jsonPath("$.detail").value("There is no menu of store store-2."));
  }

  @Test
  void replacesAMenu() throws Exception {
    replace(MENU)
        .andExpect(status().isOk())
        .andExpect(content().json(STORED, JsonCompareMode.STRICT));

    verify(menus).replace("store-1", menu(soldOut("APPLE", 12_000), item("사과", 0)));
  }

  @Test
  void acceptsAMenuWithoutItems() throws Exception {
    replace("{\"items\": []}").andExpect(status().isOk()).andExpect(jsonPath("$.items").isEmpty());

    verify(menus).replace("store-1", menu());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"APPLE\"           | \"\"                    | items[0].productName",
        "\"APPLE\"           | \"a\\u0000\"            | items[0].productName",
        "\"APPLE\"           | null                    | items[0].productName",
        "\"APPLE\"           | \"사과\"                | items[1].productName",
        "\"unitPrice\": 12000| \"unitPrice\": -1       | items[0].unitPrice",
        "\"unitPrice\": 12000| \"unitPrice\": 1e9      | items[0].unitPrice",
        "\"unitPrice\": 12000| \"unitPrice\": 1000000001 | items[0].unitPrice",
        "\"unitPrice\": 12000| \"price\": 12000        | items[0].unitPrice,items[0].price",
        "\"KRW\"             | \"DEM\"                 | items[0].currency",
        "\"soldOut\": true   | \"soldOut\": \"yes\"    | items[0].soldOut",
        "\"items\"           | \"item\"                | items,item",
      })
  void namesEachInvalidField(String right, String wrong, String fields) throws Exception {
    String body = MENU.replace(right, wrong);
    assertThat(body).isNotEqualTo(MENU);

    expectInvalid(replace(body), fields.split(","));
    verifyNoInteractions(menus);
  }

  @Test
  void namesEachRepeatedProduct() throws Exception {
    expectInvalid(
        replace(menuOf("A", "B", "A", "A")), "items[2].productName", "items[3].productName");
  }

  @Test
  void limitsTheNumberOfItems() throws Exception {
    String[] products =
        IntStream.rangeClosed(0, 500).mapToObj(number -> "p" + number).toArray(String[]::new);

    expectInvalid(replace(menuOf(products)), "items");
  }

  @Test
  void limitsTheLengthOfAProductName() throws Exception {
    replace(menuOf("가".repeat(200))).andExpect(status().isOk());
    expectInvalid(replace(menuOf("가".repeat(201))), "items[0].productName");
  }

  private ResultActions replace(String body) throws Exception {
    return http.perform(put("/stores/store-1/menu").contentType(APPLICATION_JSON).content(body));
  }

  private static String menuOf(String... products) {
    return IntStream.range(0, products.length)
        .mapToObj(i -> "{\"productName\": \"%s\", \"unitPrice\": 1}".formatted(products[i]))
        .collect(Collectors.joining(", ", "{\"items\": [", "]}"));
  }

  private static void expectInvalid(ResultActions answer, String... fields) throws Exception {
    expectProblem(answer, 400, "invalid-request")
        .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder(fields)));
  }
}
