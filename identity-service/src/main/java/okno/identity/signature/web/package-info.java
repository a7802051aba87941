/** Signatures over HTTP. */
@NullMarked
package okno.identity.signature.web;

import org.jspecify.annotations.NullMarked;
