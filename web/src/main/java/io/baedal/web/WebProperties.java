package io.baedal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a service deals with requests.
 *
 * @param hosts names that the service answers to, beside addresses and names without a dot; {@code
 *     *.example.com} stands for all below
 */
@Validated
@ConfigurationProperties("baedal.web")
public record WebProperties(
    @DefaultValue @Valid Body body,
    @DefaultValue List<String> hosts,
    @DefaultValue @Valid Api api) {

  /**
   * Bodies of requests.
   *
   * @param limit of one
   * @param limitOfAll of all that are held at a time
   * @param patience within which one must have come in whole
   */
  public record Body(
      @DefaultValue("256KB") DataSize limit,
      @DefaultValue("16MB") DataSize limitOfAll,
      @DefaultValue("10s") Duration patience) {}

  /** What the API's description begins with. */
  public record Api(
      @DefaultValue("Baedal") @NotBlank String title, @DefaultValue("") String description) {}
}
