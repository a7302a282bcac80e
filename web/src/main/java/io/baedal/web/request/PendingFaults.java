package io.baedal.web.request;

import io.baedal.web.problem.BadField;
import io.baedal.web.problem.BadFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Errors outside the body of a request, kept until the body has been read, so that one answer lists
 * all errors. For interceptors before a handler that reads a body.
 */
public final class PendingFaults {

  private static final String ATTRIBUTE = PendingFaults.class.getName();

  public static void add(HttpServletRequest request, String field, String message) {
    if (!(request.getAttribute(ATTRIBUTE) instanceof BadFields)) {
      request.setAttribute(ATTRIBUTE, new BadFields());
    }
    ((BadFields) request.getAttribute(ATTRIBUTE)).add(field, message);
  }

  /** The errors of the request that this thread handles. */
  public static List<BadField> ofCurrentRequest() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof BadFields faults
        ? faults.list()
        : List.of();
  }

  private PendingFaults() {}
}
