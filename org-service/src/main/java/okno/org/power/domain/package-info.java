/** What a power of attorney is and when it holds. */
@NullMarked
package okno.org.power.domain;

import org.jspecify.annotations.NullMarked;
