package io.baedal.charts;

import static io.baedal.charts.Manifest.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Each selection by labels, name or port matches an existing object. */
final class SelectorCheck {

  private final Render render;
  private final Problems problems = new Problems();

  private SelectorCheck(Render render) {
    this.render = render;
  }

  static List<String> problems(Render render) {
    SelectorCheck check = new SelectorCheck(render);
    render.all("Deployment", "StatefulSet").forEach(check::workload);
    render.all("Service").forEach(check::service);
    render
        .all("PodDisruptionBudget")
        .forEach(budget -> check.selectsPods(budget, "/spec/selector"));
    render.all("NetworkPolicy").forEach(policy -> check.selectsPods(policy, "/spec/podSelector"));
    render.all("HorizontalPodAutoscaler").forEach(check::autoscaler);
    check.monitors(render.all("ServiceMonitor").toList());
    render.all("Ingress").forEach(check::ingress);
    render.all("HTTPRoute").forEach(check::route);
    return check.problems.found();
  }

  private void workload(Manifest workload) {
    Pods pods = workload.pods().orElseThrow();
    problems.unless(
        new Selector(workload.at("/spec/selector")).selects(pods.labels()),
        workload,
        "does not select its own pods");
    elements(pods.spec().path("topologySpreadConstraints"))
        .forEach(
            spread ->
                problems.unless(
                    new Selector(spread.path("labelSelector")).selects(pods.labels()),
                    workload,
                    "spreads other pods than its own"));
    if (workload.kind().equals("StatefulSet")) {
      problems.unless(
          render.find("Service", workload.at("/spec/serviceName").asText()).isPresent(),
          workload,
          "its serviceName is no Service");
    }
  }

  private void service(Manifest service) {
    List<Pods> selected = selected(Selector.ofLabels(service.at("/spec/selector")));
    problems.unless(selected.size() == 1, service, "selects the pods of " + selected);
    for (JsonNode port : service.at("/spec/ports")) {
      selected.forEach(
          pods ->
              problems.unless(
                  pods.port(port.path("targetPort")).isPresent(),
                  service,
                  pods + " has no port " + port.path("targetPort")));
    }
  }

  private void selectsPods(Manifest object, String selector) {
    List<Pods> selected = selected(new Selector(object.at(selector)));
    problems.unless(selected.size() == 1, object, "selects the pods of " + selected);
  }

  private void autoscaler(Manifest autoscaler) {
    JsonNode target = autoscaler.at("/spec/scaleTargetRef");
    var scaled = render.find(target.path("kind").asText(), target.path("name").asText());
    problems.unless(scaled.isPresent(), autoscaler, "scales no existing workload");
    scaled.ifPresent(
        workload ->
            problems.unless(
                workload.at("/spec/replicas").isMissingNode(),
                workload,
                "sets replicas, which its autoscaler does"));
  }

  /** If there are any, they monitor each service once, and nothing else. */
  private void monitors(List<Manifest> monitors) {
    List<String> watched = monitors.stream().flatMap(this::monitor).sorted().toList();
    problems.unless(
        monitors.isEmpty() || watched.equals(monitored(monitors.get(0))),
        "ServiceMonitors",
        "watch " + watched);
  }

  /** The services of the monitor's release: the identity provider is optional. */
  private List<String> monitored(Manifest monitor) {
    String release = monitor.labels().get("app.kubernetes.io/instance");
    return render
        .all("Deployment")
        .map(Manifest::labels)
        .filter(labels -> labels.get("app.kubernetes.io/instance").equals(release))
        .map(labels -> labels.get("app.kubernetes.io/component"))
        .sorted()
        .toList();
  }

  private Stream<String> monitor(Manifest monitor) {
    Selector selector = new Selector(monitor.at("/spec/selector"));
    List<Manifest> services =
        render.all("Service").filter(service -> selector.selects(service.labels())).toList();
    for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
      services.forEach(service -> port(monitor, service.name(), endpoint.path("port").asText()));
    }
    return services.stream().map(service -> service.labels().get("app.kubernetes.io/component"));
  }

  private void ingress(Manifest ingress) {
    for (JsonNode backend : ingress.json().findValues("backend")) {
      JsonNode service = backend.path("service");
      port(ingress, service.path("name").asText(), service.at("/port/name").asText());
    }
  }

  private void route(Manifest route) {
    for (JsonNode backends : route.json().findValues("backendRefs")) {
      backends.forEach(
          backend -> port(route, backend.path("name").asText(), backend.path("port").asText()));
    }
  }

  private void port(Manifest from, String service, String numberOrName) {
    problems.unless(
        render.find("Service", service).stream()
            .flatMap(found -> elements(found.at("/spec/ports")))
            .anyMatch(
                port ->
                    port.path("name").asText().equals(numberOrName)
                        || port.path("port").asText().equals(numberOrName)),
        from,
        "there is no Service " + service + " with a port " + numberOrName);
  }

  private List<Pods> selected(Selector selector) {
    return render.pods().filter(pods -> selector.selects(pods.labels())).toList();
  }
}
