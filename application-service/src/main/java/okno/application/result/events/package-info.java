/** What other services hear of results. */
@NullMarked
package okno.application.result.events;

import org.jspecify.annotations.NullMarked;
