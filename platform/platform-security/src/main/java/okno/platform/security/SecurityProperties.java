package okno.platform.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.security.*}.
 *
 * @param issuer the realm's issuer, exactly as in the {@code iss} claim
 * @param jwksUri where the realm publishes its keys; the issuer's own path when absent
 * @param tokenUri where our services ask for their own tokens; the issuer's own path when absent
 * @param audience what every access token must be meant for
 * @param actingIssuer issuer of acting tokens, never the realm's
 * @param actingJwksUri where org-service publishes the keys of acting tokens
 * @param clientKeyFile private JWK by which this service proves itself to the realm (RFC 7523); null: it cannot call others
 * @param clockSkew how far the clocks of issuer and service may differ
 * @param tokenCacheTtl longest time a verified token is trusted without verifying its signature again
 * @param tokenCacheSize verified tokens kept; about 1.5 KB each
 * @param keysMaxAge how long fetched keys are used before they are fetched again
 * @param keysRefetchInterval shortest time between two fetches that unknown key ids cause
 * @param revocations whether to follow the events that end sessions and withdraw rights
 * @param revocationMemory how long ended sessions are remembered: longer than any access token lives
 */
@ConfigurationProperties("okno.security")
record SecurityProperties(
        String issuer,
        @Nullable URI jwksUri,
        @Nullable URI tokenUri,
        @DefaultValue("okno-api") String audience,
        String actingIssuer,
        URI actingJwksUri,
        @Nullable Path clientKeyFile,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("60s") Duration tokenCacheTtl,
        @DefaultValue("10000") int tokenCacheSize,
        @DefaultValue("5m") Duration keysMaxAge,
        @DefaultValue("30s") Duration keysRefetchInterval,
        @DefaultValue("true") boolean revocations,
        @DefaultValue("10m") Duration revocationMemory,
        @DefaultValue("15m") Duration secondFactorMaxAge) {

    URI keys() {
        return jwksUri != null ? jwksUri : URI.create(issuer + "/protocol/openid-connect/certs");
    }

    URI tokens() {
        return tokenUri != null ? tokenUri : URI.create(issuer + "/protocol/openid-connect/token");
    }
}
