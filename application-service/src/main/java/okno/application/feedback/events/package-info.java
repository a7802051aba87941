/** What others hear of ratings. */
@NullMarked
package okno.application.feedback.events;

import org.jspecify.annotations.NullMarked;
