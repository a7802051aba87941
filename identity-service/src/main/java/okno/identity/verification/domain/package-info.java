/** Checks, their outcomes and the verdict that follows. */
@NullMarked
package okno.identity.verification.domain;

import org.jspecify.annotations.NullMarked;
