/**
 * Checks the audit journal from outside: {@link okno.auditverifier.AuditVerify} is the command. It shares no code with
 * identity-service on purpose; what both must agree on is written down in that service's README.
 */
@NullMarked
package okno.auditverifier;

import org.jspecify.annotations.NullMarked;
