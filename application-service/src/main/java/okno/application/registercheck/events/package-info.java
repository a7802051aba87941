/** What others are told of checks that were put off. */
@NullMarked
package okno.application.registercheck.events;

import org.jspecify.annotations.NullMarked;
