/** What Keycloak tells of log-ins. */
@NullMarked
package okno.identity.anomaly.messaging;

import org.jspecify.annotations.NullMarked;
