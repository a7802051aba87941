/** The passport of a service; no Spring, no SQL. */
@NullMarked
package okno.application.catalogue.domain;

import org.jspecify.annotations.NullMarked;
