/** Ratings over HTTP. */
@NullMarked
package okno.application.feedback.web;

import org.jspecify.annotations.NullMarked;
