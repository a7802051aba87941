/** Verification over HTTP. */
@NullMarked
package okno.identity.verification.web;

import org.jspecify.annotations.NullMarked;
