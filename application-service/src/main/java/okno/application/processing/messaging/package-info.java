/** Records made by registers complete the applications they came from. */
@NullMarked
package okno.application.processing.messaging;

import org.jspecify.annotations.NullMarked;
