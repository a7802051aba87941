/** Uploads that are under way. */
@NullMarked
package okno.application.upload.persistence;

import org.jspecify.annotations.NullMarked;
