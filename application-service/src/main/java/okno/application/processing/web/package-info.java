/** The agency's workbench over HTTP. */
@NullMarked
package okno.application.processing.web;

import org.jspecify.annotations.NullMarked;
