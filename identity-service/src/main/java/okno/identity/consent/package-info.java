/**
 * Consents (152-FZ, article 9): a person allows one recipient to read named fields for one purpose until a day, signs that
 * with a code from the phone, and takes it back at any time. A partner's read of a person goes through {@link
 * okno.identity.consent.ReadByConsent} and finds nothing without one.
 */
@NullMarked
package okno.identity.consent;

import org.jspecify.annotations.NullMarked;
