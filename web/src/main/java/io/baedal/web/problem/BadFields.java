package io.baedal.web.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the errors in a request, so that one answer lists all of them. */
public final class BadFields {

  /** More than a valid client causes; limits the size of the answer. */
  private static final int MAX_ERRORS = 500;

  private static final int MAX_NAME = 100;

  private final List<BadField> all = new ArrayList<>();

  public void add(String field, String message) {
    if (all.size() < MAX_ERRORS) {
      String shown = field.length() <= MAX_NAME ? field : field.substring(0, MAX_NAME);
      all.add(new BadField(shown, message));
    }
  }

  /** Whether there is an error in a field or in a part of it. */
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
   * Rejects the request if there are errors.
   *
   * @throws ProblemException if there are errors
   */
  public void throwIfAny() {
    if (!all.isEmpty()) {
      throw new ProblemException(Problem.invalid(all));
    }
  }
}
