/** What other services are told: contracts {@code application-*.v1}. */
@NullMarked
package okno.application.casefile.events;

import org.jspecify.annotations.NullMarked;
