/** Publication over HTTP, for administrators. */
@NullMarked
package okno.application.publication.web;

import org.jspecify.annotations.NullMarked;
