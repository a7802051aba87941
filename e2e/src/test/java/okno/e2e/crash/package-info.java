/** What the crash test is made of: people who submit, an agency that works, a killer, and what is true at the end. */
@NullMarked
package okno.e2e.crash;

import org.jspecify.annotations.NullMarked;
