/** Messages and further documents over HTTP. */
@NullMarked
package okno.application.correspondence.web;

import org.jspecify.annotations.NullMarked;
