package io.baedal.orchestrator.operations.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * The queries that the engine's REST API and Cockpit receive as POST, since their conditions are in
 * the body. Cockpit sends several for each page. A path that is not listed counts as a change.
 */
final class EngineQuery {

  private static final String API = "/(engine-rest|camunda/api/engine)(/engine/[^/]+)?";

  /** Of Camunda 7.24; an upgrade of the engine requires a check. */
  private static final Pattern QUERY =
      Pattern.compile(
          API
              + "/(case-execution|case-instance|execution|external-task|job|job-definition"
              + "|process-instance|task|variable-instance|history/activity-instance|history/detail"
              + "|history/external-task-log|history/process-instance|history/task"
              + "|history/variable-instance)(/count)?"
              + "|"
              + API
              + "/filter/[^/]+/(list|singleResult|count)"
              + "|/camunda/api/cockpit/plugin/base/[^/]+/(incident|process-instance)(/count)?"
              + "|/camunda/api/cockpit/plugin/base/[^/]+/process-definition/[^/]+/"
              + "called-process-definitions"
              + "|/camunda/api/cockpit/plugin/base/[^/]+/process-instance/[^/]+/"
              + "called-process-instances");

  static boolean isSentBy(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && QUERY.matcher(request.getRequestURI()).matches();
  }

  private EngineQuery() {}
}
