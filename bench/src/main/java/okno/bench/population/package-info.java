/**
 * Invented people, companies and applications by the million, the same ones for the same day and size: loaded into the
 * tables that application-service's own migrations made. {@link okno.bench.population.Population} is the way in.
 */
@NullMarked
package okno.bench.population;

import org.jspecify.annotations.NullMarked;
