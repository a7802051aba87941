/** What a consent is and when it holds. */
@NullMarked
package okno.identity.consent.domain;

import org.jspecify.annotations.NullMarked;
