/** The catalogue over HTTP. */
@NullMarked
package okno.application.catalogue.web;

import org.jspecify.annotations.NullMarked;
