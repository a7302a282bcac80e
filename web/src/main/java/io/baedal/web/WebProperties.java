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
 * How a service handles requests.
 *
 * @param hosts accepted host names, in addition to addresses and names without a dot; {@code
 *     *.example.com} matches all subdomains
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
   * @param limit the maximum size of one body
   * @param limitOfAll the maximum size of all bodies in memory
   * @param patience the timeout for the complete body
   */
  public record Body(
      @DefaultValue("256KB") DataSize limit,
      @DefaultValue("16MB") DataSize limitOfAll,
      @DefaultValue("10s") Duration patience) {}

  /** The title and the description of the API. */
  public record Api(
      @DefaultValue("Baedal") @NotBlank String title, @DefaultValue("") String description) {}
}
