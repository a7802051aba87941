/** The catalogue over HTTP, open to anyone. */
@NullMarked
package okno.application.catalogue.web;

import org.jspecify.annotations.NullMarked;
