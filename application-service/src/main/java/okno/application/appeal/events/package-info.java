/** What others hear of complaints. */
@NullMarked
package okno.application.appeal.events;

import org.jspecify.annotations.NullMarked;
