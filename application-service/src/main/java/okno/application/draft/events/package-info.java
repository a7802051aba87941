/** What others are told of drafts. */
@NullMarked
package okno.application.draft.events;

import org.jspecify.annotations.NullMarked;
