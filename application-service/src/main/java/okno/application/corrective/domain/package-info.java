/** A corrective action and what may become of it. */
@NullMarked
package okno.application.corrective.domain;

import org.jspecify.annotations.NullMarked;
