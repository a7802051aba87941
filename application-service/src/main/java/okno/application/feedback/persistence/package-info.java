/** SQL of ratings. */
@NullMarked
package okno.application.feedback.persistence;

import org.jspecify.annotations.NullMarked;
