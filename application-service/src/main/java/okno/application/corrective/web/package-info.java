/** Corrective actions over HTTP. */
@NullMarked
package okno.application.corrective.web;

import org.jspecify.annotations.NullMarked;
