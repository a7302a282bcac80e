package io.baedal.delivery.refusal;

/** The step is not possible in the current state; nothing was changed. */
public class WrongState extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String current;

  public WrongState(Enum<?> current, Enum<?> next) {
    super("is " + current + ", cannot become " + next);
    this.current = current.name();
  }

  /** The current state. */
  public String current() {
    return current;
  }
}
