/** Versions that are being written. */
@NullMarked
package okno.application.publication.persistence;

import org.jspecify.annotations.NullMarked;
