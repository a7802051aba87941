/** The portal's seal on documents that it makes, so that they prove themselves without the portal. */
@NullMarked
package okno.identity.seal;

import org.jspecify.annotations.NullMarked;
