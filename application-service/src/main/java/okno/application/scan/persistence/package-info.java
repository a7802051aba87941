/** Which files wait for their scan. */
@NullMarked
package okno.application.scan.persistence;

import org.jspecify.annotations.NullMarked;
