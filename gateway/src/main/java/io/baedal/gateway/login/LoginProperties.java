package io.baedal.gateway.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The login of people, at the provider {@code baedal.access.issuer}.
 *
 * @param url the address of the gateway, as browsers reach it; they return to it after a login
 * @param clientId the gateway's name at the provider
 * @param clientSecret its password
 * @param authorizationUri the provider's page for the login; {@code /oauth2/authorize} below the
 *     issuer by default
 * @param tokenUri where the gateway gets tokens; {@code /oauth2/token} below the issuer by default
 * @param logoutUri the provider's page for the logout; {@code /connect/logout} below the issuer by
 *     default
 * @param timeout of the calls to the provider
 * @param idle how long a session lasts without a request. Its end otherwise is that of the
 *     provider's refresh token
 */
@Validated
@ConfigurationProperties("gateway.login")
record LoginProperties(
    @NotNull URI url,
    @DefaultValue("gateway") @NotBlank String clientId,
    @NotBlank String clientSecret,
    @Nullable URI authorizationUri,
    @Nullable URI tokenUri,
    @Nullable URI logoutUri,
    @DefaultValue("3s") Duration timeout,
    @DefaultValue("30m") @DurationMin(minutes = 1) Duration idle) {}
