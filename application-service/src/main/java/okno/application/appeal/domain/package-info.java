/** A complaint and what may become of it. */
@NullMarked
package okno.application.appeal.domain;

import org.jspecify.annotations.NullMarked;
