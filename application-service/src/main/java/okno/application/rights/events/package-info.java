/** Published answers to orders to erase. */
@NullMarked
package okno.application.rights.events;

import org.jspecify.annotations.NullMarked;
