/** Submission over HTTP. */
@NullMarked
package okno.application.submission.web;

import org.jspecify.annotations.NullMarked;
