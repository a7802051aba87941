/** SQL of drafts that were left alone. */
@NullMarked
package okno.application.draft.persistence;

import org.jspecify.annotations.NullMarked;
