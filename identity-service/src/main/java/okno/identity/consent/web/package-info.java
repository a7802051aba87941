/** Consents of the caller, a partner's read, and the check for other services. */
@NullMarked
package okno.identity.consent.web;

import org.jspecify.annotations.NullMarked;
