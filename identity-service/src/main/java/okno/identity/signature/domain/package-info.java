/** A signature and the rules of its code. */
@NullMarked
package okno.identity.signature.domain;

import org.jspecify.annotations.NullMarked;
