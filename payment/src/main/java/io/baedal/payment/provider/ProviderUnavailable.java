package io.baedal.payment.provider;

/** The provider gave no answer. Whether the call took effect is unknown; repeat it. */
public class ProviderUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ProviderUnavailable(String message) {
    super(message);
  }

  public ProviderUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
