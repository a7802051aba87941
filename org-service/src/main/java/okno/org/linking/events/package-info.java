/** Contracts of topics okno.org.organisation.v1 and okno.org.acting.v1. */
@NullMarked
package okno.org.linking.events;

import org.jspecify.annotations.NullMarked;
