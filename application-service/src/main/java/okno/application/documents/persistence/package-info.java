/** Documents and to whom they are shown. */
@NullMarked
package okno.application.documents.persistence;

import org.jspecify.annotations.NullMarked;
