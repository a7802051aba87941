/** Results over HTTP. */
@NullMarked
package okno.application.result.web;

import org.jspecify.annotations.NullMarked;
