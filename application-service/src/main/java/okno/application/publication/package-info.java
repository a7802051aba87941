/**
 * How a passport gets into the catalogue: saved as a draft, reviewed (format, links, simulation of every path), published
 * for good. Begin at {@link okno.application.publication.PublishVersion}.
 */
@NullMarked
package okno.application.publication;

import org.jspecify.annotations.NullMarked;
