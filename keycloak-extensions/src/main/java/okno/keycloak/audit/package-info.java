/**
 * Keycloak's events on their way to the audit journal. Start at {@link okno.keycloak.audit.EventFeed}, which says what is
 * guaranteed.
 */
@NullMarked
package okno.keycloak.audit;

import org.jspecify.annotations.NullMarked;
