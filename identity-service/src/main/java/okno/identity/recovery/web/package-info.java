/** The desk of a one-stop office. */
@NullMarked
package okno.identity.recovery.web;

import org.jspecify.annotations.NullMarked;
