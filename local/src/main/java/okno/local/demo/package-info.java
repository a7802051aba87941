/** The main journey as a client plays it over the public API; {@code ./okno demo} narrates it, the end-to-end tests assert it. */
@NullMarked
package okno.local.demo;

import org.jspecify.annotations.NullMarked;
