/** Who works at an agency. */
@NullMarked
package okno.application.processing.domain;

import org.jspecify.annotations.NullMarked;
