/** Beginning, filling in and discarding a draft: {@link okno.application.draft.StartDraft}, {@link okno.application.draft.SaveDraft}. */
@NullMarked
package okno.application.draft;

import org.jspecify.annotations.NullMarked;
