/**
 * Log-ins that are unlike their person. {@link okno.identity.anomaly.WatchLogIn} asks Keycloak from where and with what
 * somebody logged in, keeps keyed hashes of that and a country, and puts it before the rules
 * ({@link okno.identity.anomaly.domain.Rules}); {@link okno.identity.anomaly.ActOnFindings} does what the configuration orders.
 * Addresses and devices as such are kept nowhere here.
 */
@NullMarked
package okno.identity.anomaly;

import org.jspecify.annotations.NullMarked;
