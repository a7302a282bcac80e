package io.baedal.web.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects everything that is wrong with a request, so that one answer lists it all. */
public final class BadFields {

  /** More than a legitimate request has; keeps the answer to a hostile one small. */
  private static final int MOST = 500;

  private static final int LONGEST_NAME = 100;

  private final List<BadField> all = new ArrayList<>();

  public void add(String field, String message) {
    if (all.size() < MOST) {
      String shown = field.length() <= LONGEST_NAME ? field : field.substring(0, LONGEST_NAME);
      all.add(new BadField(shown, message));
    }
  }

  /** Whether something is wrong with a field, or with a part of it. */
  public boolean names(String field) {
    return all.stream()
        .map(BadField::field)
        .anyMatch(
            name ->
                name.equals(field) || name.startsWith(field + ".") || name.startsWith(field + "["));
  }

  public void addAll(Collection<BadField> fields) {
    fields.forEach(field -> add(field.field(), field.message()));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public List<BadField> list() {
    return List.copyOf(all);
  }

  /**
   * Rejects the request if anything is wrong with it.
   *
   * @throws ProblemException if anything is wrong with it
   */
  public void throwIfAny() {
    if (!all.isEmpty()) {
      throw new ProblemException(Problem.invalid(all));
    }
  }
}
