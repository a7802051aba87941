/** Audit events of all services. */
@NullMarked
package okno.identity.journal.messaging;

import org.jspecify.annotations.NullMarked;
