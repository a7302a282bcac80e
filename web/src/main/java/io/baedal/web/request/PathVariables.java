package io.baedal.web.request;

import java.util.Map;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** The variables of the path of a request. */
final class PathVariables {

  static String value(NativeWebRequest request, String name) {
    var variables =
        (Map<?, ?>)
            request.getAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (variables == null || !(variables.get(name) instanceof String text)) {
      throw new IllegalStateException("the path has no variable " + name);
    }
    return text;
  }

  private PathVariables() {}
}
