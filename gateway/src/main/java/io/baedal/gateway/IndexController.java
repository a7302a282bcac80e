package io.baedal.gateway;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the routes at {@code /}. */
@RestController
class IndexController {

  @GetMapping("/")
  Index index() {
    return new Index(
        ExposedPath.ALL.stream()
            .map(
                path ->
                    new Entry(
                        path.service().id(),
                        path.pattern(),
                        path.methods().stream().map(HttpMethod::name).toList()))
            .toList(),
        "/swagger-ui.html");
  }

  record Index(List<Entry> routes, String documentation) {}

  record Entry(String service, String path, List<String> methods) {}
}
