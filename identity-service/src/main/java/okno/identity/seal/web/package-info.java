/** Seals for our own services. */
@NullMarked
package okno.identity.seal.web;

import org.jspecify.annotations.NullMarked;
