package io.baedal.payment.provider;

/** The provider did not answer. Whether the call took effect is unknown; it can be repeated. */
public class ProviderUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ProviderUnavailable(String message) {
    super(message);
  }

  public ProviderUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
