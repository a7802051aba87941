/** Documents over HTTP. */
@NullMarked
package okno.application.documents.web;

import org.jspecify.annotations.NullMarked;
