/** Drafts over HTTP. */
@NullMarked
package okno.application.draft.web;

import org.jspecify.annotations.NullMarked;
