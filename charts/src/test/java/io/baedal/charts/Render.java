package io.baedal.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The output of Helm for the chart. */
record Render(String text, List<Manifest> objects) {

  static Render parse(String text) {
    return new Render(text, Yaml.documents(text).stream().map(Manifest::new).toList());
  }

  Stream<Manifest> all(String... kinds) {
    return objects.stream().filter(object -> List.of(kinds).contains(object.kind()));
  }

  Optional<Manifest> find(String kind, String name) {
    return all(kind).filter(object -> object.name().equals(name)).findFirst();
  }

  Manifest get(String kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new IllegalArgumentException(kind + "/" + name + " is not rendered"));
  }

  Stream<Pods> pods() {
    return objects.stream().flatMap(object -> object.pods().stream());
  }

  /** A copy with a change in one object, to test that a check finds it. */
  Render changed(String kind, String name, Consumer<ObjectNode> change) {
    Manifest original = get(kind, name);
    ObjectNode copy = original.json().deepCopy();
    change.accept(copy);
    return new Render(
        text, objects.stream().map(o -> o == original ? new Manifest(copy) : o).toList());
  }

  Render without(String kind, String name) {
    Manifest gone = get(kind, name);
    return new Render(text, objects.stream().filter(object -> object != gone).toList());
  }

  /** Both renders, as in one namespace. */
  Render and(Render other) {
    return new Render(
        text + other.text, Stream.concat(objects.stream(), other.objects.stream()).toList());
  }
}
